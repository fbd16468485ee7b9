import type { Delivery } from '../../shared/domain/update'
import { t, tCount } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { Button } from './button'
import { ButtonRow } from './button-row'
import { Clamp } from './clamp'
import { useClockFace } from './clock-face'
import { Facts } from './facts'
import { reasonText } from './fault-text'
import { Key } from './key'
import styles from './place-choices.module.css'

export type PlaceWord =
  | { readonly say: 'this'; readonly externalId: string }
  | { readonly say: 'new' }
  | { readonly say: 'look-again' }

type Asking = Extract<Delivery, { readonly state: 'asking' }>

const text = texts.ui.place

const others = [
  { key: 'n', word: { say: 'new' }, label: text.new },
  { key: 'l', word: { say: 'look-again' }, label: text.lookAgain },
] as const
const BACK_KEY = 'b'

/** The answer of a key: a digit means the public incident beside it. */
export function placeAnswer(key: string, { candidates }: Asking): PlaceWord | 'back' | undefined {
  if (key === BACK_KEY) return 'back'
  const chosen = /^[1-9]$/.test(key) ? candidates[Number(key) - 1] : undefined
  if (chosen !== undefined) return { say: 'this', externalId: chosen.externalId }
  return others.find(other => other.key === key)?.word
}

export interface PlaceChoicesProps {
  readonly asking: Asking
  /** Whether the keys of `placeAnswer` work here. */
  readonly keys?: boolean
  readonly onSay: (word: PlaceWord) => void
  readonly onBack: () => void
}

/** [UP6] It is unknown which public incident an update continues: both sides' facts, and what a person can choose. */
export function PlaceChoices({ asking, keys = false, onSay, onBack }: PlaceChoicesProps) {
  const clock = useClockFace()
  const { candidates, at } = asking
  const time = clock.short(at)
  const found = candidates.length === 0 ? t(text.foundNone, { time }) : tCount(text.found, candidates.length, { time })
  const mark = (key: string) => keys && <Key quiet>{key}</Key>
  return (
    <>
      <Facts
        size="small"
        className={styles.facts}
        facts={[
          { name: text.why, value: reasonText(asking) },
          { name: text.there, value: found },
        ]}
      />
      {candidates.length > 0 && (
        <ol className={styles.candidates} aria-label={text.ask}>
          {candidates.map(({ externalId, name, status, openedAt, lastUpdate }, index) => (
            <li key={externalId}>
              <button type="button" className={styles.candidate} onClick={() => onSay({ say: 'this', externalId })}>
                <span className={styles.name}>
                  <bdi>{name}</bdi> {mark(String(index + 1))}
                </span>
                <Clamp lines={2} className={styles.about}>
                  {t(text.facts, { status: shown(status), time: clock.short(openedAt), text: lastUpdate })}
                </Clamp>
              </button>
            </li>
          ))}
        </ol>
      )}
      <ButtonRow gap="close" className={styles.acts}>
        {others.map(({ key, word, label }) => (
          <Button key={key} onClick={() => onSay(word)}>
            {label} {mark(key)}
          </Button>
        ))}
        <Button tone="bare" onClick={onBack}>
          {text.back} {mark(BACK_KEY)}
        </Button>
      </ButtonRow>
    </>
  )
}

function shown(status: string): string {
  return status.replaceAll('_', ' ')
}
