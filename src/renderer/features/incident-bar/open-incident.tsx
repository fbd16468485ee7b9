import { linksWithAlerts } from '../../../shared/domain/described-alert'
import type { Incident } from '../../../shared/domain/incident'
import type { LinkKind } from '../../../shared/domain/incident-facts'
import { type Status, statuses } from '../../../shared/domain/status'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { Key } from '../../ui/key'
import { OutsideLink } from '../../ui/outside-link'
import { SeverityBadge } from '../../ui/severity-badge'
import { Trans } from '../../ui/trans'
import styles from './incident-bar.module.css'

const text = texts.bar

export function OpenIncident({ incident }: { incident: Incident }) {
  const { focus } = useCockpit()
  return (
    <>
      <button
        type="button"
        className={styles.severity}
        onClick={() => focus.request('severity')}
        title={text.changeSeverity}
      >
        <SeverityBadge severity={incident.severity} size="huge" />
      </button>
      <div className={styles.what}>
        <h1
          className={styles.title}
          dir="auto"
          title={t(text.rename, { title: incident.title })}
          onDoubleClick={() => focus.request('title')}
        >
          {incident.title}
        </h1>
        <div className={styles.state}>
          <StatusSteps status={incident.status} onChange={() => focus.request('status')} />
        </div>
      </div>
    </>
  )
}

/** Four steps to "resolved", filled up to the current one, with its name. */
function StatusSteps({ status, onChange }: { status: Status; onChange: () => void }) {
  const reached = statuses.indexOf(status)
  const isOff = useBoard(({ facts }) => facts.some(({ state }) => state === 'off'))
  return (
    <button
      type="button"
      className={styles.status}
      data-status={status}
      data-off={isOff}
      onClick={onChange}
      title={texts.bar.changeStatus}
    >
      <span className={styles.steps} aria-hidden="true">
        {statuses.map((step, index) => (
          <span key={step} className={styles.step} data-reached={index <= reached} />
        ))}
      </span>
      <span className={styles.word}>{texts.status.names[status]}</span>
    </button>
  )
}

/** On a line of its own: who is affected, and how much, must be readable in full. */
export function Impact({ impact }: { readonly impact: string }) {
  const { focus } = useCockpit()
  const stated = impact !== ''
  return (
    <button
      type="button"
      className={styles.impact}
      onClick={() => focus.request('impact')}
      title={stated ? t(text.impact, { impact }) : text.noImpactHint}
    >
      <span className={styles.words} dir="auto" data-stated={stated}>
        {stated ? impact : text.noImpact}
      </span>
    </button>
  )
}

const linkTexts = texts.barLinks

/** Links to talk to people come first, as many as fit in the line. */
const order: readonly LinkKind[] = ['bridge', 'war-room', 'ticket', 'runbook', 'dashboard', 'other']

const SHOWN = 3

/** One press opens the bridge, the war room or the ticket; the rest is behind the button, which also adds one. */
export function BarLinks({ incident }: { readonly incident: Incident }) {
  const { focus } = useCockpit()
  const links = linksWithAlerts(incident)
  const first = links.toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind)).slice(0, SHOWN)
  const count = numberText(links.length)
  const parts = { key: <Key quiet>{keyOf('facts')}</Key>, count: numberText(links.length - SHOWN) }
  return (
    <nav className={styles.links} aria-label={linkTexts.links}>
      {first.map(({ kind, label, url }) => (
        <OutsideLink key={url} className={styles.link} url={url} title={url}>
          <span className={styles.kind}>{linkTexts.linkKinds[kind]}</span> <bdi>{label}</bdi>
        </OutsideLink>
      ))}
      <button
        type="button"
        className={styles.all}
        onClick={() => focus.request('facts')}
        title={t(linkTexts.open, { count })}
      >
        <Trans text={links.length > SHOWN ? linkTexts.addMore : linkTexts.add} parts={parts} />
      </button>
    </nav>
  )
}
