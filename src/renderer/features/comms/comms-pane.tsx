import { type RefObject, useEffect, useRef, useState } from 'react'
import { type Deadline, deadlinesOf, nextOf } from '../../../shared/domain/deadlines'
import type { Incident } from '../../../shared/domain/incident'
import { phaseOf } from '../../../shared/domain/ladder'
import { type Channel, isToPost, type Update } from '../../../shared/domain/update'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useFault, useNow, useRecord } from '../../stores/cockpit'
import { type Offer, offerFor } from '../../stores/focus-store'
import { useCommand } from '../../stores/use-command'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { Countdown } from '../../ui/countdown'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Pane, type PaneProps } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Trans } from '../../ui/trans'
import { needsApproval } from './approval'
import { AudienceLine } from './audiences/audience-line'
import styles from './comms-pane.module.css'
import { composerFor, correctionOf, draftToResume } from './composer/composer-for'
import type { ComposerState } from './composer/composer-form'
import { holdingPost, newComposer, nothingNew, resumeComposer } from './composer/composer-state'
import { PublicView } from './public-view'
import { RestoreOffer } from './status-page/restore-components'
import { useUpdateActions } from './update-actions'
import { needsDecision, type PublishedActions, UpdateRow, updatesByPriority } from './update-row'

const text = texts.comms

const EditPublishedDialog = onDemand(async () => (await import('./status-page/edit-published')).EditPublishedDialog)
const ComposerDialog = onDemand(async () => (await import('./composer/composer-dialog')).ComposerDialog, 'first')

/** What customers see, what was published, what is being sent, and when the next update is due. */
export function CommsPane() {
  const incident = useRecord(record => record.incident)
  const now = useNow()
  const fault = useFault('comms')
  const { commands } = useCockpit()
  const { anchor, roomy } = useRoom()
  const { composing, asks, compose, composeOffered, composeNothingNew, composeHolding, correct, resume, close } =
    useComposing(incident)
  const [edited, setEdited] = useState<Update | null>(null)
  const published = { onRewrite: setEdited, onCorrect: correct }
  const { focus } = useCockpit()
  useCommand(incident === undefined ? null : 'comms', () => composeOffered(offerFor(focus, 'comms')))
  useCommand(incident === undefined ? null : 'nothing-new', composeNothingNew)
  useCommand(incident === undefined ? null : 'holding-post', composeHolding)
  const next = incident && nextOf(deadlinesOf(incident), 'update')
  return (
    <Pane
      {...panes.comms}
      tone={tone(incident, next, now)}
      note={next !== undefined && <NextUpdate next={next} now={now} />}
      aside={
        incident !== undefined && (
          <Button tone="bare" onClick={() => compose()}>
            <Trans text={text.write} parts={{ key: <Key quiet>{keyOf('comms')}</Key> }} />
          </Button>
        )
      }
      footer={
        fault &&
        composing === null &&
        edited === null && <FaultNote fault={fault} onDismiss={() => commands.dismiss('comms')} />
      }
    >
      {incident !== undefined && <RestoreOffer incident={incident} />}
      <div ref={anchor} />
      <Decisions incident={incident} roomy={roomy} onEdit={resume} published={published} />
      <PublicView now={now} roomy={roomy} />
      {incident !== undefined && <AudienceLine incident={incident} now={now} />}
      <Updates incident={incident} roomy={roomy} onEdit={resume} published={published} />
      {incident !== undefined && (
        <ComposerDialog opened={composing !== null} {...{ incident, start: composing, asks, onClose: close }} />
      )}
      {incident !== undefined && (
        <EditPublishedDialog
          opened={edited !== null}
          {...{ incident, update: edited, onClose: () => setEdited(null) }}
        />
      )}
    </Pane>
  )
}

/** From this height on a pane shows whole texts: the comms layout's pane is high enough, the IC layout's is not. */
const ROOMY = 420

/** Whether the pane around an element is high enough for whole texts, also after it is resized. */
function useRoom(): { readonly anchor: RefObject<HTMLDivElement | null>; readonly roomy: boolean } {
  const anchor = useRef<HTMLDivElement>(null)
  const [roomy, setRoomy] = useState(false)
  useEffect(() => {
    const pane = anchor.current?.closest('section')
    if (!pane) return
    const watch = new ResizeObserver(() => setRoomy(pane.clientHeight >= ROOMY))
    watch.observe(pane)
    return () => watch.disconnect()
  }, [])
  return { anchor, roomy }
}

function NextUpdate({ next, now }: { readonly next: Deadline; readonly now: number }) {
  if (next.dueAt === null) return texts.deadlines.paused[next.pausedBecause]
  return (
    <Trans
      text={next.dueAt <= now ? text.nextWasDue : text.nextIn}
      parts={{ countdown: <Countdown deadline={next} now={now} /> }}
    />
  )
}

interface UpdatesProps {
  readonly incident: Incident | undefined
  readonly roomy: boolean
  readonly onEdit: (update: Update) => void
  readonly published: PublishedActions
}

function needsPerson(update: Update, incident: Incident): boolean {
  return needsDecision(update) || needsApproval(update, incident)
}

/** [CM13] On top, with their buttons, and visible while the rest is scrolled. */
function Decisions({ incident, roomy, onEdit, published }: UpdatesProps) {
  const now = useNow()
  const acts = useUpdateActions()
  if (incident === undefined) return null
  const shown = updatesByPriority(incident.updates).filter(update => needsPerson(update, incident))
  if (shown.length === 0) return null
  return (
    <ul className={styles.decisions} aria-label={text.decide}>
      {shown.map(update => (
        <UpdateRow key={update.id} {...{ incident, update, now, roomy, acts, onEdit, published }} />
      ))}
    </ul>
  )
}

function Updates({ incident, roomy, onEdit, published }: UpdatesProps) {
  const now = useNow()
  const acts = useUpdateActions()
  if (incident === undefined) {
    return (
      <WhileNoIncident>{({ title }) => <EmptyState title={title}>{text.noIncidentAbout}</EmptyState>}</WhileNoIncident>
    )
  }
  const all = updatesByPriority(incident.updates)
  const shown = all.filter(update => !needsPerson(update, incident))
  if (all.length === 0) {
    return (
      <EmptyState title={text.none}>
        <Trans
          text={text.noneHow}
          parts={{ key: <Key>{keyOf('comms')}</Key>, holding: <Key>{keyOf('holding-post')}</Key> }}
        />
      </EmptyState>
    )
  }
  if (shown.length === 0) return null
  return (
    <ul className={styles.updates} aria-label={text.updates}>
      {shown.map(update => (
        <UpdateRow key={update.id} {...{ incident, update, now, roomy, acts, onEdit, published }} />
      ))}
    </ul>
  )
}

/** Which update is being written; `u` continues the newest draft, so that a dialog closed too soon loses nothing. */
function useComposing(incident: Incident | undefined): {
  readonly composing: ComposerState | null
  /** What the method asks of it; empty: it was opened for itself. */
  readonly asks: string
  readonly compose: () => void
  readonly composeOffered: (offer: Extract<Offer, { readonly command: 'comms' }> | null) => void
  readonly composeNothingNew: () => void
  readonly composeHolding: () => void
  readonly correct: (update: Update) => void
  readonly resume: (update: Update) => void
  readonly close: () => void
} {
  const cockpit = useCockpit()
  const [composing, setComposing] = useState<ComposerState | null>(null)
  const [asks, setAsks] = useState('')
  const open = (asked: string, start: (now: Incident, channels: readonly Channel[]) => ComposerState) => {
    // The latest state: the command that opens the composer may have changed the incident just before.
    const current = cockpit.incident.getState().record?.incident
    if (incident === undefined || current === undefined) return
    setAsks(asked)
    setComposing(start(current, cockpit.board.getState().channels))
  }
  return {
    ...{ composing, asks },
    compose: () => open('', resumedOrNew),
    composeOffered: offer => {
      const to = offer?.to
      const start =
        to === undefined ? resumedOrNew : (now: Incident, all: readonly Channel[]) => composerFor(now, all, to)
      open(offer?.asks ?? '', start)
    },
    composeNothingNew: () => open('', nothingNew),
    composeHolding: () => open('', holdingPost),
    correct: update => open('', (now, all) => correctionOf(now, all, update)),
    resume: update => {
      setAsks('')
      setComposing(resumeComposer(update, incident?.updates))
    },
    close: () => setComposing(null),
  }
}

function isInDoubt(update: Update): boolean {
  const { state } = update.delivery
  return state === 'asking' || (state === 'unknown' && !isToPost(update))
}

function resumedOrNew(incident: Incident, channels: readonly Channel[]): ComposerState {
  const draft = draftToResume(incident)
  return draft ? resumeComposer(draft, incident.updates) : newComposer(incident, channels)
}

function tone(incident: Incident | undefined, next: Deadline | undefined, now: number): NonNullable<PaneProps['tone']> {
  if (incident === undefined || next === undefined) return 'plain'
  if (incident.updates.some(isInDoubt)) return 'bad'
  if (next.dueAt === null) return 'plain'
  const phase = phaseOf(next.ladder, next.dueAt - now)
  return phase === 'due' ? 'bad' : phase === 'soon' ? 'warn' : 'plain'
}
