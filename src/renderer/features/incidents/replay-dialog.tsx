import { type KeyboardEvent, useState } from 'react'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Replay } from '../../../shared/events/replay'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow, useSelection } from '../../stores/cockpit'
import type { Cockpit } from '../../stores/cockpit-stores'
import { offerFor } from '../../stores/focus-store'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { Trans } from '../../ui/trans'
import { PastLines, PastState } from './past-state'
import { ReplayControls } from './replay-controls'
import styles from './replay-dialog.module.css'
import { useLog, usePosition } from './use-replay'

const text = texts.archive.reader

/**
 * [AV6] Reads an incident beside the cockpit, as it is or as it was known at a moment. It has nothing that could write:
 * to change it, it is opened in the cockpit.
 */
export function ReplayDialog({ opened, onClose }: DialogPart) {
  const { focus } = useCockpit()
  const open = useSelection(state => state.open)
  const [asked, setAsked] = useState<IncidentId | null>(null)
  const [wasOpened, setWasOpened] = useState(false)
  if (opened !== wasOpened) {
    setWasOpened(opened)
    if (opened) setAsked(offerFor(focus, 'replay')?.incident ?? open)
  }
  return (
    <Dialog general opened={opened} onClose={onClose} title={text.title} placement="side" width={720}>
      {asked === null ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <PastIncident key={asked} incident={asked} onClose={onClose} />
      )}
    </Dialog>
  )
}

function PastIncident({ incident, onClose }: { readonly incident: IncidentId; readonly onClose: () => void }) {
  const { replay, damaged, fault, again } = useLog(incident)
  if (fault !== undefined) return <FaultNote fault={fault} onAgain={again} />
  if (replay === undefined) return <p role="status">{text.reading}</p>
  return <Reader replay={replay} damaged={damaged} onClose={onClose} />
}

interface ReaderProps {
  readonly replay: Replay
  readonly damaged: boolean
  readonly onClose: () => void
}

function Reader({ replay, damaged, onClose }: ReaderProps) {
  const cockpit = useCockpit()
  const now = useNow()
  const [readAt] = useState(now)
  const position = usePosition(replay)
  const { incident: last } = replay.recordAt(replay.count)
  const { incident, timeline } = replay.recordAt(position.count)
  const leaveTo = (then: () => void) => {
    onClose()
    then()
  }
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.key === REOPEN && last.status === 'resolved') leaveTo(() => reopen(cockpit, last.id))
    else if (event.key === COCKPIT) leaveTo(() => cockpit.selection.setState({ open: last.id }))
    else if (!position.press(event)) return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys that bubble from whatever in it has the focus
    <div className={styles.reader} onKeyDown={press}>
      <div className={styles.bar} role="note">
        <p className={styles.only}>
          <ReadOnly incident={last} readAt={readAt} />
          {damaged && ` ${text.damaged}`}
        </p>
        {last.status === 'resolved' && (
          <Button onClick={() => leaveTo(() => reopen(cockpit, last.id))}>
            <Trans text={text.reopen} parts={{ key: <Key quiet>{REOPEN}</Key> }} />
          </Button>
        )}
        <Button tone="bare" onClick={() => leaveTo(() => cockpit.selection.setState({ open: last.id }))}>
          <Trans text={text.cockpit} parts={{ key: <Key quiet>{COCKPIT}</Key> }} />
        </Button>
      </div>
      <ReplayControls replay={replay} position={position} />
      <PastState incident={incident} last={last} />
      <PastLines timeline={timeline} />
    </div>
  )
}

const REOPEN = 'r'
const COCKPIT = 'o'

function ReadOnly({ incident, readAt }: { readonly incident: Incident; readonly readAt: number }) {
  const clock = useClockFace()
  const { status, resolvedAt, ended } = incident
  const at = ended?.at ?? resolvedAt
  if (status !== 'resolved' || at === null) return t(text.open, { time: clock.short(readAt) })
  return t(text.ended, { date: `${clock.date(at)} ${clock.short(at)}` })
}

/** [AV6] Opens the incident in the cockpit, and its form once its record is there: it asks for the reason. */
function reopen({ selection, incident, focus }: Cockpit, id: IncidentId): void {
  selection.setState({ open: id })
  const isHere = () => incident.getState().record?.incident.id === id
  if (isHere()) {
    focus.request('reopen')
    return
  }
  const stop = incident.subscribe(({ following }) => {
    if (following !== id) stop()
    else if (isHere()) {
      stop()
      focus.request('reopen')
    }
  })
}
