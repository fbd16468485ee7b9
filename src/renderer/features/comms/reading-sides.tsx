import type { Claim } from '../../../shared/domain/claims'
import type { ContentHash } from '../../../shared/domain/ids'
import { actorName } from '../../../shared/domain/people'
import { SENT_BACK } from '../../../shared/events/next-claims'
import { texts } from '../../../shared/texts/texts'
import { useClockFace } from '../../ui/clock-face'
import { Trans } from '../../ui/trans'
import composerStyles from './composer/composer.module.css'

const text = texts.comms.reading.sides

interface SidesProps {
  /** What machines said of the message that had not heard of each other, in the order of the log. */
  readonly sides: readonly Claim<string>[]
  /** Of the text that is shown. */
  readonly shown: ContentHash
}

/** [AP3] Who said what of which text on which machine: one answer, for the text below, settles it. */
export function Sides({ sides, shown }: SidesProps) {
  const clock = useClockFace()
  return (
    <section className={composerStyles.approval} aria-label={text.name}>
      <ul>
        {sides.map(({ event, by, at, value }) => {
          const isBack = value.startsWith(SENT_BACK)
          const isShown = value === (isBack ? `${SENT_BACK}${shown}` : shown)
          const of = text[isBack ? 'back' : 'approved'][isShown ? 'this' : 'other']
          return (
            <li key={event}>
              <Trans text={of} parts={{ name: <bdi>{actorName(by)}</bdi>, time: clock.short(at) }} />
            </li>
          )
        })}
      </ul>
      <p>{text.how}</p>
    </section>
  )
}
