import type { Incident } from '../../../shared/domain/incident'
import type { ProposedTime, TimeSource, TurningPoint } from '../../../shared/domain/stated-time'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow } from '../../stores/cockpit'
import { useProposedTimes } from '../../stores/use-proposals'
import { Choice } from '../../ui/choice'
import { useClockFace } from '../../ui/clock-face'
import { TextField } from '../../ui/text-fields'
import { timeSourceText } from '../../ui/time-source-text'
import { lastShown } from '../../ui/typed-clock'

const text = texts.began

/** A chosen suggestion, a typed time instead, or neither. */
export interface PointInput {
  readonly chosen: ProposedTime | null
  readonly typed: string
}

export interface StatedPoint {
  readonly at: Millis
  readonly source: TimeSource
}

/** The stated time; undefined for none, `unreadable` if the text is not a time. */
export function useStatedPoint({ chosen, typed }: PointInput): StatedPoint | 'unreadable' | undefined {
  const clock = useClockFace()
  const now = useNow()
  if (typed.trim() === '') return chosen ?? undefined
  const at = lastShown(typed, now, clock)
  return at === undefined ? 'unreadable' : { at, source: { kind: 'person', name: '' } }
}

export interface PointChoiceProps {
  readonly of: TurningPoint
  readonly incident: Incident
  readonly input: PointInput
  readonly onInput: (input: PointInput) => void
  readonly autoFocus: boolean
}

/** Suggestions for one of the two times, and a field for any other time. */
export function PointChoice({ of, incident, input, onInput, autoFocus }: PointChoiceProps) {
  const clock = useClockFace()
  const proposals = useProposedTimes(of, incident)
  const unreadable = useStatedPoint(input) === 'unreadable'
  const value = input.typed === '' && input.chosen !== null ? String(input.chosen.at) : null
  const choose = (at: string) => {
    const chosen = proposals.find(one => String(one.at) === at)
    if (chosen !== undefined) onInput({ chosen, typed: '' })
  }
  return (
    <>
      {proposals.length > 0 && (
        <Choice
          legend={text[of]}
          autoFocus={autoFocus}
          value={value}
          onChange={choose}
          options={proposals.map(one => ({
            value: String(one.at),
            label: clock.short(one.at),
            meaning: timeSourceText(one),
          }))}
        />
      )}
      <TextField
        limit={null}
        label={proposals.length > 0 ? text.other : text[of]}
        description={of === 'ended' && proposals.length === 0 ? text.notYet : undefined}
        placeholder={text.otherExample}
        error={unreadable && t(text.unreadable, { example: text.otherExample })}
        value={input.typed}
        onChange={event => onInput({ ...input, typed: event.currentTarget.value })}
      />
    </>
  )
}
