import type { AlertLink } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { PagerDutyIncidentDetails } from '../../../shared/contract/people'
import { vendorName } from '../../../shared/contract/vendors'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { FaultNote } from '../../ui/fault-note'
import { problemText } from '../../ui/fault-text'
import type { DialogPart } from '../../ui/on-demand'
import { ReadAge } from '../../ui/read-age'
import { Trans } from '../../ui/trans'
import { BeganCell, StateCell } from './alert-cells'
import { AboutAlert, AlertDetails, AlertLinks, useWholeAlert } from './alert-details'
import styles from './alert-details.module.css'
import { ServiceOfAlert } from './service-of-alert'

const text = texts.pages.details

/**
 * Of a PagerDuty incident, its notes, history and alerts as the vendor has them now; of an alert, its source's data.
 */
export function AlertDetailsDialog({ opened, row, onClose }: DialogPart & { readonly row: AlertRow | null }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={row?.title ?? ''} width={720}>
      {row?.origin === 'page' && <Details key={row.id} row={row} />}
      {row?.origin === 'alert' && <AlertDetails row={row} />}
    </Dialog>
  )
}

function Details({ row: listed }: { readonly row: AlertRow }) {
  const { row, isOver, ...whole } = useWholeAlert(listed)
  const now = useNow()
  // Acknowledging or resolving it in the meantime adds a line to its history.
  const { value, ...read } = useRead('pages:details', { alert: listed.id }, `${row.state} ${isOver}`)
  const told = value?.alerts.flatMap(({ about }) => about?.links ?? []) ?? []
  return (
    <div className={styles.details}>
      <PageHead row={row} />
      {isOver && <p role="status">{text.over}</p>}
      <FaultNote fault={whole.fault} onAgain={whole.again} />
      <AlertLinks links={[...(row.url === null ? [] : [linkTo(row.url)]), ...told]} />
      <ServiceOfAlert called={row.service} />
      {value === undefined && read.fault === undefined && <p role="status">{text.asking}</p>}
      {value === undefined && <FaultNote fault={read.fault} onAgain={read.again} />}
      {value !== undefined && <ReadAge {...read} now={now} />}
      {value !== undefined && <Told details={value} />}
    </div>
  )
}

function linkTo(url: string): AlertLink {
  return { kind: 'vendor', name: vendorName.pagerduty, url }
}

/** People refer to it by its number. */
function PageHead({ row: { connection, incidentNumber, state, hush, startedAt } }: { readonly row: AlertRow }) {
  return (
    <p>
      {incidentNumber !== undefined && `${t(texts.alerts.number, { number: incidentNumber })} · `}
      <Trans
        text={text.since}
        parts={{
          state: <StateCell state={state} hush={hush} source={connection} />,
          time: <BeganCell at={startedAt} />,
        }}
      />
    </p>
  )
}

function Told({ details }: { readonly details: PagerDutyIncidentDetails }) {
  const { notes, steps, alerts } = details
  const problem = problemText(details)
  const bodies = alerts
    .flatMap(({ at, title, about }, place) => (about ? [{ key: `${place} ${at}`, title, about }] : []))
    .toReversed()
  return (
    <>
      {problem !== '' && <p role="alert">{t(text.notAll, { problem })}</p>}
      {bodies.map(({ key, about, title }) => (
        <section key={key}>
          <h3 dir="auto">{title}</h3>
          <AboutAlert about={about} />
        </section>
      ))}
      <Part title={text.notes} lines={notes.map(({ at, ...note }) => ({ at, told: t(text.note, note) }))} />
      <Part
        title={text.alerts}
        lines={alerts.map(({ at, title, state }) => ({ at, told: t(text.alert, { title, state }) }))}
      />
      <Part title={text.history} lines={steps.map(step => ({ at: step.at, told: step.text }))} />
    </>
  )
}

interface PartProps {
  readonly title: string
  readonly lines: readonly { readonly at: Millis; readonly told: string }[]
}

/** Newest first: people open this for the current state. */
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
