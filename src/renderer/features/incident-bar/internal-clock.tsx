import { deadlinesOf, nextOf } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { phaseOf } from '../../../shared/domain/ladder'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow } from '../../stores/cockpit'
import { audienceText } from '../../ui/audience-text'
import { Countdown } from '../../ui/countdown'
import styles from './figures.module.css'

const text = texts.bar

/** [UP9] When the next audience other than customers expects to hear; nothing while none does. */
export function InternalClock({ incident }: { readonly incident: Incident }) {
  const now = useNow()
  const { focus } = useCockpit()
  const next = nextOf(deadlinesOf(incident), 'internal-update')
  if (next === undefined || next.dueAt === null) return null
  const label = t(text.deadlines['internal-update'], { audience: audienceText(next.audience ?? 'colleagues') })
  return (
    <button
      type="button"
      className={styles.clock}
      data-phase={phaseOf(next.ladder, next.dueAt - now)}
      title={t(text.opens['internal-update'], { what: label })}
      onClick={() => focus.request('comms')}
    >
      <span className={styles.clockLabel} dir="auto">
        {label}
      </span>
      <Countdown deadline={next} now={now} />
    </button>
  )
}
