import { useCallback, useState } from 'react'
import { useStore } from 'zustand'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { useCockpit, useFault, useRecord, useSession } from '../../stores/cockpit'
import { WhileNone } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { EntryList } from './entry-list'
import { LineInput } from './line-input'
import { OpenSpace } from './open-space'
import { type OpenedPicture, PictureDialog } from './picture-dialog'
import { ProposalStrip } from './proposal-strip'
import { useProposals } from './use-proposals'

/** The record, and the line at which it is written. Without an incident it teaches how to begin. */
export function TimelinePane() {
  const following = useStore(useCockpit().incident, state => state.following)
  if (following === null) {
    return (
      <Pane {...panes.timeline}>
        <WhileNone>
          <OpenSpace />
        </WhileNone>
      </Pane>
    )
  }
  // Keyed, so that what was typed for one incident cannot be written into another.
  return <OpenTimeline key={following} incident={following} />
}

const nothingRead: Timeline = []

/** The line is there before the record is read: a scribe does not wait for a long log. */
function OpenTimeline({ incident }: { incident: IncidentId }) {
  const record = useRecord(known => known)
  const timeline = record?.timeline ?? nothingRead
  const { commands, focus } = useCockpit()
  const me = useSession(session => session.me)
  const fault = useFault('timeline')
  const proposals = useProposals(record)
  const [correcting, setCorrecting] = useState<TimelineEntry | null>(null)
  const [opened, setOpened] = useState<OpenedPicture | null>(null)
  const openPicture = useCallback((entry: TimelineEntry, picture: number) => setOpened({ entry, picture }), [])
  const correct = useCallback((entry: TimelineEntry) => setCorrecting(entry), [])
  const correctLast = () => {
    const mine = (entry: TimelineEntry) => entry.by.kind === 'person' && entry.by.responder.id === me?.id
    setCorrecting(timeline.findLast(entry => !entry.automatic && entry.retraction === null && mine(entry)) ?? null)
  }
  const corrected = async (text: string | null) => {
    const entry = correcting
    if (entry === null || text === null || text === entry.text) return setCorrecting(null)
    const reply =
      text === ''
        ? await commands.send('timeline', 'timeline:retract', { entry: entry.id, reason: '' })
        : await commands.send('timeline', 'timeline:correct', { entry: entry.id, text })
    if (reply.ok) setCorrecting(null)
  }
  return (
    <Pane
      {...panes.timeline}
      scroll={false}
      note={record && `${timeline.length} ${timeline.length === 1 ? 'line' : 'lines'}`}
      aside={
        <>
          <Button tone="bare" onClick={() => focus.request('me')} title="Say who you are (m)">
            {me?.name ?? 'Who are you?'}
          </Button>
          UTC
        </>
      }
      footer={
        <>
          <FaultNote fault={fault} onDismiss={() => commands.dismiss('timeline')} />
          <ProposalStrip proposals={proposals} />
          <LineInput
            incident={incident}
            timeline={record?.timeline}
            correcting={correcting}
            onCorrectLast={correctLast}
            onCorrected={text => void corrected(text)}
          />
        </>
      }
    >
      <EntryList timeline={timeline} onCorrect={correct} onOpenPicture={openPicture} />
      {opened !== null && <PictureDialog opened={opened} onClose={() => setOpened(null)} />}
    </Pane>
  )
}
