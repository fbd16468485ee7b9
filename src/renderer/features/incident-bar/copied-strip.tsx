import { useRef } from 'react'
import type { CopiedNotice } from '../../../shared/contract/copied-notice'
import type { OtherFolderState } from '../../../shared/domain/workspace'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/asked'
import { useCockpit, useSession } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import styles from './copied-strip.module.css'

const text = texts.copiedFolder

/** [WS4] Asks what became of the folder that this one is a copy of, until somebody says; then what follows from it. */
export function CopiedStrip() {
  const copied = useSession(session => session.copied)
  return copied === null ? null : <Strip copied={copied} />
}

function Strip({ copied }: { readonly copied: CopiedNotice }) {
  const { focus } = useCockpit()
  const strip = useRef<HTMLElement>(null)
  useFocusRequest('copied', () => strip.current?.querySelector('button')?.focus())
  const { other, leftBehind } = copied
  const state = other ?? 'asked'
  return (
    <aside ref={strip} className={styles.strip} aria-label={text.name} data-copied={state}>
      <p className={styles.words} role="status">
        <strong>{text.is[state]}</strong> {text.means[state]}{' '}
        {leftBehind > 0 && <span>{tCount(text.leftBehind[state], leftBehind)}</span>}
      </p>
      <span className={styles.keys}>
        {other !== 'gone' && <Trans text={text.answer} parts={{ key: <Key>{keyOf('copied')}</Key> }} />}
        {other !== 'gone' && <Answer copied={copied} other="gone" />}
        {other === null && <Answer copied={copied} other="runs" />}
        {other === 'gone' && <Button onClick={() => focus.request('outbox')}>{text.show}</Button>}
      </span>
    </aside>
  )
}

interface AnswerProps {
  readonly copied: CopiedNotice
  readonly other: OtherFolderState
}

function Answer({ copied: { stream, origin, other: was }, other }: AnswerProps) {
  const { commands } = useCockpit()
  const say = () => void commands.ask('incident', 'folder:answer', { incident: stream, origin, other, was })
  return (
    <Button onClick={say} title={text.mean[other]}>
      {text.answers[other]}
    </Button>
  )
}
