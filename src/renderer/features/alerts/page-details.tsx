import { useEffect, useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import type { PageDetails } from '../../../shared/contract/people'
import type { AlertRow } from '../../../shared/contract/views'
import type { Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useCockpit } from '../../stores/cockpit'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import type { DialogPart } from '../../ui/on-demand'
import { AlertDetails } from './alert-details'
import styles from './page-details.module.css'

const text = words.pages.details

/** Of a page its notes, history and alerts, as the vendor tells them now; of an alert what its source told of it. */
export function PageDetailsDialog({ opened, row, onClose }: DialogPart & { readonly row: AlertRow | null }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={row?.title ?? ''}>
      {row?.origin === 'page' && <Details key={row.id} alert={row.id} />}
      {row?.origin === 'alert' && <AlertDetails row={row} />}
    </Dialog>
  )
}

function Details({ alert }: { readonly alert: string }) {
  const { link } = useCockpit()
  const [reply, setReply] = useState<Reply<PageDetails, Fault> | null>(null)
  useEffect(() => {
    let here = true
    void link.call('pages:details', { alert }).then(told => here && setReply(told))
    return () => {
      here = false
    }
  }, [link, alert])
  if (reply === null) return <p role="status">{text.asking}</p>
  if (!reply.ok) return <FaultNote fault={reply.fault} />
  const { notes, steps, alerts, problem } = reply.value
  return (
    <div className={styles.details}>
      {problem !== '' && <p role="alert">{say(text.notAll, { problem })}</p>}
      <Part title={text.notes} lines={notes.map(({ at, ...note }) => ({ at, told: say(text.note, note) }))} />
      <Part
        title={text.alerts}
        lines={alerts.map(({ at, title, state }) => ({ at, told: say(text.alert, { title, state }) }))}
      />
      <Part title={text.history} lines={steps.map(step => ({ at: step.at, told: step.text }))} />
    </div>
  )
}

interface PartProps {
  readonly title: string
  readonly lines: readonly { readonly at: Millis; readonly told: string }[]
}

/** The newest first: whoever opens this wants to know how it stands. */
function Part({ title, lines }: PartProps) {
  const clock = useClockFace()
  const shown = lines.map((line, place) => ({ ...line, key: `${place} ${line.at}` })).reverse()
  return (
    <section>
      <h3>{title}</h3>
      {shown.length === 0 && <p>{text.none}</p>}
      <ul>
        {shown.map(({ key, at, told }) => (
          <li key={key}>
            <time dateTime={new Date(at).toISOString()}>{clock.full(at)}</time> <span dir="auto">{told}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
