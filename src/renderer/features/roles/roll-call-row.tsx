import type { RollLine } from '../../../shared/domain/roll-call'
import { listText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Tag, type Tone } from '../../ui/tag'
import styles from './roll-call.module.css'

const text = texts.rollCall

export interface RollCallRowProps {
  readonly line: RollLine
  readonly asked: boolean
  /** The one that the dialog opens on. */
  readonly first: boolean
  readonly onMark: (answer: 'present' | 'absent') => void
}

const tones: Readonly<Record<RollLine['answer'], Tone>> = { present: 'good', absent: 'bad', 'not-heard': 'plain' }

export function RollCallRow({ line: { responder, posts, answer }, asked, first, onMark }: RollCallRowProps) {
  const button = (said: 'present' | 'absent') => (
    <button
      type="button"
      className={styles.mark}
      data-autofocus={(first && said === 'present') || undefined}
      aria-pressed={answer === said}
      aria-label={t(text.mark[said], { name: responder.name, posts: listText(posts) })}
      onClick={() => onMark(said)}
    >
      {text[said]}
    </button>
  )
  return (
    <li className={styles.row} aria-current={asked || undefined}>
      <span className={styles.who}>
        <span className={styles.name} dir="auto">
          {responder.name}
        </span>
        <span className={styles.posts} dir="auto">
          {posts.join(' · ')}
        </span>
      </span>
      <span className={styles.answer}>
        <Tag tone={tones[answer]} open={answer === 'not-heard'}>
          {text.answers[answer]}
        </Tag>
      </span>
      <span className={styles.marks}>
        {button('present')}
        {button('absent')}
      </span>
    </li>
  )
}
