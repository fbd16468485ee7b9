import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Fault } from '../../../shared/contract/faults'
import type { Incident } from '../../../shared/domain/incident'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useRecord, useSession } from '../../stores/cockpit'
import { openedBy } from '../../stores/opened-by'
import { useOpening } from '../../stores/opening'
import { WhileNone } from '../../stores/while-none'
import { FaultNote } from '../../ui/fault-note'
import { faultText } from '../../ui/fault-text'
import { onDemand } from '../../ui/on-demand'
import { RecordStrip } from '../../ui/record-strip'
import { SeverityBadge } from '../../ui/severity-badge'
import { BarLinks } from './bar-links'
import { CommandCell } from './command-cell'
import { CopiedStrip } from './copied-strip'
import { DrillBanner } from './drill-banner'
import { FeedLights } from './feed-lights'
import { Figures } from './figures'
import styles from './incident-bar.module.css'
import { InternalClock } from './internal-clock'
import { LinkStrip } from './link-strip'
import { OtherIncidents } from './other-incidents'
import { QuietBar } from './quiet-bar'
import { ReadingBar } from './reading-bar'
import { SenderStrip } from './sender-strip'
import { StatusSteps } from './status-steps'
import { useWindowTitle } from './window-title'

const text = texts.bar

const SeverityDialog = openedBy(
  'severity',
  onDemand(async () => (await import('./severity-dialog')).SeverityDialog, 'first'),
)
const StatusDialog = openedBy(
  'status',
  onDemand(async () => (await import('./status-dialog')).StatusDialog, 'first'),
)
const ImpactDialog = openedBy(
  'impact',
  onDemand(async () => (await import('./impact-dialog')).ImpactDialog, 'first'),
)

const TitleDialog = openedBy(
  'title',
  onDemand(async () => (await import('./title-dialog')).TitleDialog),
)

const HeldDialog = openedBy(
  'held',
  onDemand(async () => (await import('./held-dialog')).HeldDialog),
)

/** What one must see in two seconds: how bad, what, since when, who commands, what is due. */
export function IncidentBar({ chip, windowName }: { readonly chip?: ReactNode; readonly windowName?: string }) {
  const { commands, focus, incident: store } = useCockpit()
  const fault = useFault('incident')
  const incident = useRecord(record => record.incident)
  const problems = useSession(session => session.recordProblems)
  const following = useStore(store, state => state.following)
  const unread = useStore(store, state => (state.record === undefined ? null : state.fault))
  useWindowTitle(incident, windowName)
  return (
    <div className={styles.top}>
      <LinkStrip />
      <RecordStrip
        {...{ problems, shown: following, unfolded: incident?.unfolded }}
        onHeld={() => focus.request('held')}
      />
      <CopiedStrip />
      <SenderStrip incident={incident?.id} />
      <DrillBanner />
      <section className={styles.bar} aria-label={text.name} data-resolved={incident?.status === 'resolved'}>
        <div className={styles.row}>
          {incident === undefined ? <NoRecord /> : <OpenIncident incident={incident} />}
          {incident !== undefined && <OtherIncidents />}
          <div className={styles.facts}>
            {incident !== undefined && <Figures incident={incident} />}
            {incident !== undefined && chip}
            <FeedLights />
          </div>
          <CommandCell />
        </div>
        {incident !== undefined && (
          <div className={styles.below}>
            <Impact impact={incident.impact} />
            <InternalClock incident={incident} />
            <BarLinks links={incident.links} />
          </div>
        )}
      </section>
      {unread !== null && unread.kind !== 'disconnected' && <Behind fault={unread} />}
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('incident')} />
      {incident !== undefined && (
        <>
          <SeverityDialog incident={incident} />
          <StatusDialog incident={incident} />
          <ImpactDialog incident={incident} />
          <TitleDialog incident={incident} />
          <HeldDialog />
        </>
      )}
    </div>
  )
}

/** [RF1] The record on this screen ends before the engine's does; a lost line is told by its own strip. */
function Behind({ fault }: { readonly fault: Fault }) {
  const { incident } = useCockpit()
  const message = t(text.behind, { message: faultText(fault) })
  return <FaultNote fault={{ kind: 'internal', message }} onAgain={incident.catchUp} />
}

/** Without a record: there is none, or it is on its way. */
function NoRecord() {
  const opening = useOpening()
  if (opening.at === 'reading') return <ReadingBar {...opening} />
  return (
    <WhileNone>
      <QuietBar />
    </WhileNone>
  )
}

function OpenIncident({ incident }: { incident: Incident }) {
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

/** A line of its own: who is hurt, and how much, is read whole. */
function Impact({ impact }: { readonly impact: string }) {
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
