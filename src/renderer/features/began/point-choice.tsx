import type { Incident } from '../../../shared/domain/incident'
import type { ProposedTime, TimeSource, TurningPoint } from '../../../shared/domain/stated-time'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow } from '../../stores/cockpit'
import { useProposedTimes } from '../../stores/use-proposed-times'
import { Choice } from '../../ui/choice'
import { useClockFace } from '../../ui/clock-face'
import { TextField } from '../../ui/text-fields'
import { timeSourceText } from '../../ui/time-source-text'
import { lastShown } from '../../ui/typed-clock'

const text = texts.began

/** A chosen proposal, what is typed instead of one, or neither. */
export interface Wish {
  readonly chosen: ProposedTime | null
  readonly typed: string
}

export interface Told {
  readonly at: Millis
  readonly source: TimeSource
}

/** What a wish means; undefined: nothing, `unreadable`: something else than a time was typed. */
export function useMeant({ chosen, typed }: Wish): Told | 'unreadable' | undefined {
  const clock = useClockFace()
  const now = useNow()
  if (typed.trim() === '') return chosen ?? undefined
  const at = lastShown(typed, now, clock)
  return at === undefined ? 'unreadable' : { at, source: { kind: 'person', name: '' } }
}

export interface PointChoiceProps {
  readonly of: TurningPoint
  readonly incident: Incident
  readonly wish: Wish
  readonly onWish: (wish: Wish) => void
  readonly autoFocus: boolean
}

/** The proposals for one of the two times, and a field for another. */
export function PointChoice({ of, incident, wish, onWish, autoFocus }: PointChoiceProps) {
  const clock = useClockFace()
  const proposals = useProposedTimes(of, incident)
  const unreadable = useMeant(wish) === 'unreadable'
  const value = wish.typed === '' && wish.chosen !== null ? String(wish.chosen.at) : null
  const choose = (at: string) => {
    const chosen = proposals.find(one => String(one.at) === at)
    if (chosen !== undefined) onWish({ chosen, typed: '' })
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
        value={wish.typed}
        onChange={event => onWish({ ...wish, typed: event.currentTarget.value })}
      />
    </>
  )
}
