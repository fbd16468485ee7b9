import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import type { Fault } from '../../../shared/contract/faults'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import { openConflicts } from '../../../shared/domain/claims'
import type { Incident } from '../../../shared/domain/incident'
import { offersRoom, offersRoomEnd } from '../../../shared/domain/room-criteria'
import { openPrompt } from '../../../shared/domain/severity-prompts'
import { waitingTransfers } from '../../../shared/domain/transfer'
import { dropControls } from '../../../shared/lib/controls'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useFault, useNow, useRecord, useSelection, useSession } from '../../stores/cockpit'
import { openedBy } from '../../stores/opened-by'
import { useOpening } from '../../stores/opening'
import { longestOverdue, othersOpen } from '../../stores/selection-store'
import { WhileNone } from '../../stores/while-none'
import { FaultNote } from '../../ui/fault-note'
import { faultText } from '../../ui/fault-text'
import { onDemand, rarely } from '../../ui/on-demand'
import { SeverityBadge } from '../../ui/severity-badge'
import { spanText } from '../../ui/span-text'
import { CommandCell } from './command-cell'
import { FeedLights } from './feed-lights'
import { Figures } from './figures'
import styles from './incident-bar.module.css'
import { BarLinks, Impact, OpenIncident } from './open-incident'
import { QuietBar, ReadingBar } from './quiet-bar'
import { DrillBanner, LinkStrip } from './strips'

const text = texts.bar

/** Seldom is anything wrong with the record, and all that can be is many words. */
const RecordStrip = rarely(async () => (await import('../../ui/record-strip')).RecordStrip)

const RareStrips = rarely(async () => (await import('./rare-strips')).RareStrips)

const SeverityDialog = openedBy(
  'severity',
  onDemand(async () => (await import('./edit-dialogs')).SeverityDialog, 'first'),
)

const StatusDialog = openedBy(
  'status',
  onDemand(async () => (await import('./edit-dialogs')).StatusDialog, 'first'),
)

const ImpactDialog = openedBy(
  'impact',
  onDemand(async () => (await import('./edit-dialogs')).ImpactDialog, 'first'),
)

const TitleDialog = openedBy(
  'title',
  onDemand(async () => (await import('./title-dialog')).TitleDialog),
)

/** What asks for something: its code comes as that of the first dialogs, for the page starts with what it must. */
const BarLines = onDemand(async () => (await import('./internal-clock')).BarLines, 'first')

/** It draws nothing while nothing is known, and opens nothing: only its code comes as a dialog's does. */
const ImpactStrip = onDemand(async () => (await import('./impact-strip')).ImpactStrip, 'first')

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
        wanted={problems.length > 0 || (incident?.unfolded ?? []).length > 0}
        {...{ problems, shown: following, unfolded: incident?.unfolded }}
        onHeld={() => focus.request('held')}
      />
      <AskingStrips incident={incident} />
      <DrillBanner />
      <section
        className={styles.bar}
        aria-label={text.name}
        tabIndex={-1}
        data-resolved={incident?.status === 'resolved'}
      >
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
            <BarLines opened={false} onClose={nothing} incident={incident} />
            <BarLinks incident={incident} />
          </div>
        )}
        {incident !== undefined && <ImpactStrip opened={false} onClose={nothing} incident={incident} />}
      </section>
      {unread !== null && unread.kind !== 'disconnected' && <Behind fault={unread} />}
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('incident')} />
      <KeyNote />
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

const nothing = () => undefined

/** [KW7] Over the panes, so that nothing moves; gone with the next key. */
function KeyNote() {
  const { commands } = useCockpit()
  const why = useFault('keys')
  if (why === undefined) return null
  return (
    <div className={styles.keyNote} role="status">
      <span>{faultText(why)}</span>
      <button type="button" className={styles.keyNoteAway} onClick={() => commands.dismiss('keys')}>
        {texts.ui.dismiss}
      </button>
    </div>
  )
}

/** [AP9] [RS8] [TC10] [WS4] [OW4] [WR4] [WR6] */
function AskingStrips({ incident }: { readonly incident: Incident | undefined }) {
  const asks = useSession(
    ({ copied, elsewhere }) => copied !== null || elsewhere.some(one => one.incident === incident?.id),
  )
  const now = useNow()
  const hasRooms = useBoard(board => board.channels.some(channel => channelKind(channel).rooms))
  const offers =
    incident !== undefined &&
    (Object.keys(incident.approvals)[0] !== undefined ||
      incident.proposedEdits.length > 0 ||
      openPrompt(incident) !== undefined ||
      incident.unfolded.length > 0 ||
      openConflicts(incident).length > 0 ||
      waitingTransfers(incident).length > 0 ||
      offersRoomEnd(incident) ||
      (hasRooms && offersRoom(incident, now)))
  return <RareStrips wanted={asks || offers} incident={incident} />
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

/** [RF1] The record in this window ends before the engine's does; a lost connection has a strip of its own. */
function Behind({ fault }: { readonly fault: Fault }) {
  const { incident } = useCockpit()
  const message = t(text.behind, { message: faultText(fault) })
  return <FaultNote fault={{ kind: 'internal', message }} onAgain={incident.catchUp} />
}

/** [SN2] [SN4] The incidents that are open besides the one that is shown, always in sight, and what of them is late; pressed, one can switch. */
function OtherIncidents() {
  const { focus } = useCockpit()
  const others = useSelection(useShallow(othersOpen))
  const now = useNow()
  const [worst] = others
  if (worst === undefined) return null
  const names = others.map(({ severity, title }) => t(texts.bar.other, { severity, title }))
  const overdue = longestOverdue(others, now)
  const span = spanText(now - (overdue?.dueAt ?? now))
  const late = overdue && t(texts.alarms.overdue[overdue.kind], { span })
  const mean = t(texts.bar.othersMean, { incidents: listText(names) })
  return (
    <button
      type="button"
      className={styles.others}
      data-others
      onClick={() => focus.request('incidents')}
      title={late === undefined ? mean : t(texts.bar.othersLate, { mean, title: overdue?.incident.title ?? '', late })}
    >
      <span className={styles.count}>
        {tCount(texts.bar.others, others.length)}
        {late !== undefined && <span className={styles.late}>{late}</span>}
      </span>
      <span className={styles.worst}>
        <SeverityBadge severity={worst.severity} />
        <span className={styles.otherTitle} dir="auto">
          {worst.title}
        </span>
      </span>
    </button>
  )
}

/**
 * The window's title names the worst incident, after the name of the window where it is one of several, so that it can
 * be recognised in a task bar or among tabs.
 */
function useWindowTitle(incident: Incident | undefined, windowName?: string): void {
  const { quiet, drill, window } = texts.bar.titles
  const title =
    incident === undefined
      ? quiet
      : t(texts.bar.titles.incident, { severity: incident.severity, title: incident.title })
  const world = incident?.drill === true ? t(drill, { title }) : title
  const full = windowName === undefined ? world : t(window, { window: windowName, title: world })
  useEffect(() => {
    // A tab has no markup that could isolate a mark which turns text around.
    document.title = dropControls(full)
  }, [full])
}
