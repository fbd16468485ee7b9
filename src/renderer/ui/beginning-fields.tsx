import { Select } from '@mantine/core'
import type { Detection, DetectionKind } from '../../shared/domain/incident-facts'
import type { TimeSource } from '../../shared/domain/stated-time'
import type { ClockFace } from '../../shared/lib/clock-face'
import type { Millis } from '../../shared/lib/time'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { useClockFace } from './clock-face'
import styles from './fields.module.css'
import { spanText } from './span-text'
import { TextField } from './text-fields'
import { lastShown } from './typed-clock'

const text = texts.declaring

/** An option of its own, as large as the others. */
const NOT_SAID = 'not-said'

/** The source of the start time, such as the alert that is declared from. */
export interface KnownBeginning {
  readonly at: Millis
  readonly source: TimeSource
}

/** As typed; `how` is a kind of detection, or empty. */
export interface TypedBeginning {
  readonly started: string
  readonly how: string
}

/** [DI1] Values of the fields before the user touches them. */
export function offeredBeginning(known: KnownBeginning | undefined, clock: ClockFace): TypedBeginning {
  return known === undefined ? { started: '', how: '' } : { started: clock.short(known.at), how: 'alert' }
}

export interface StatedBeginning {
  readonly started: KnownBeginning | null
  readonly detection: Detection | null
}

/** The values to declare with; `unreadable`: the typed text is no time. An unchanged offer keeps its milliseconds. */
export function statedBeginning(
  { started, how }: TypedBeginning,
  known: KnownBeginning | undefined,
  clock: ClockFace,
  now: Millis,
): StatedBeginning | 'unreadable' {
  const typed = started.trim()
  const isOffered = known !== undefined && started === clock.short(known.at)
  const at = typed === '' ? null : isOffered ? known.at : lastShown(typed, now, clock)
  if (at === undefined) return 'unreadable'
  const source: TimeSource = isOffered ? known.source : { kind: 'person', name: '' }
  return { started: at === null ? null : { at, source }, detection: detectionBy(how, known, at) }
}

function detectionBy(how: string, known: KnownBeginning | undefined, started: Millis | null): Detection | null {
  if (how === '') return null
  // Only for an alert is it known which one it was, and when.
  const ofAlert = how === 'alert' ? known : undefined
  // [MI4] It cannot be noticed before it starts: an alert that began earlier was about something else.
  const at = ofAlert === undefined || (started !== null && started > ofAlert.at) ? null : ofAlert.at
  return { how: how as DetectionKind, name: ofAlert?.source.name ?? '', at }
}

interface BeginningFieldsProps {
  readonly typed: TypedBeginning
  readonly onTyped: (change: Partial<TypedBeginning>) => void
  readonly known?: KnownBeginning | undefined
  /** The options of what noticed it. */
  readonly ways: readonly { readonly value: string; readonly label: string }[]
  readonly now: Millis
}

/** [DI1] When it started, and what noticed it: offered with its source if known, and never required. */
export function BeginningFields({ typed, onTyped, known, ways, now }: BeginningFieldsProps) {
  const clock = useClockFace()
  const isUnreadable = statedBeginning(typed, known, clock, now) === 'unreadable'
  return (
    <div className={styles.pair}>
      <TextField
        limit={null}
        label={text.started}
        description={known && t(text.startedBy[origin(known)], { span: spanText(Math.max(0, now - known.at)) })}
        placeholder={texts.facts.atExample}
        error={isUnreadable && t(texts.facts.unreadable, { example: texts.facts.atExample })}
        value={typed.started}
        onChange={event => onTyped({ started: event.currentTarget.value })}
      />
      <Select
        label={text.detected}
        description={known && text.detectedBy}
        placeholder={text.notSaid}
        data={[{ value: NOT_SAID, label: text.notSaid }, ...ways]}
        value={typed.how === '' ? null : typed.how}
        onChange={how => onTyped({ how: how === null || how === NOT_SAID ? '' : how })}
      />
    </div>
  )
}

function origin({ source }: KnownBeginning): 'page' | 'alert' {
  return source.kind === 'page' ? 'page' : 'alert'
}
