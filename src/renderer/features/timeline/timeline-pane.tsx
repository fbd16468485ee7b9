import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard, useCockpit, useFault, useRecord, useSession } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { WhileNone } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { type DialogPart, onDemand, rarely } from '../../ui/on-demand'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import type { RowClock } from '../../ui/row-clock'
import { ClocksButton, useRowClocks } from './clock-choice'
import type { FindBarProps } from './find/find-bar'
import type { JumpBarProps } from './find/jump-bar'
import { type Find, useFind, useJumpTarget } from './find/use-find'
import { LineInput } from './line-input'
import { ProvenOfLog, useProvenOfLog } from './list/entry-history'
import { EntryList } from './list/entry-list'
import { MentionNames, useMentionNames } from './list/entry-text'
import type { RowActions } from './list/rows'
import { useProposals } from './open-proposals'
import type { OpenedPicture } from './picture-dialog'
import { useLineMode } from './use-line-mode'

const text = texts.timeline

const NoIncident = rarely(async () => (await import('./no-incident')).NoIncident)
const ProposalStrip = rarely(async () => (await import('./proposal-strip')).ProposalStrip)

// They take the keyboard when they open, as a dialog does.
const FindBar = onDemand(async () => {
  const { FindBar: Bar } = await import('./find/find-bar')
  return ({ opened, ...props }: FindBarProps & DialogPart) => opened && <Bar {...props} />
})
const JumpBar = onDemand(async () => {
  const { JumpBar: Bar } = await import('./find/jump-bar')
  return ({ opened, ...props }: JumpBarProps & DialogPart) => opened && <Bar {...props} />
})

const EraseDialog = onDemand(async () => (await import('./erase-dialog')).EraseDialog)
const PictureDialog = onDemand(async () => (await import('./picture-dialog')).PictureDialog)

/** The timeline and the line that writes it. Without an incident it shows how to begin. */
export function TimelinePane() {
  const following = useStore(useCockpit().incident, state => state.following)
  if (following === null) {
    return (
      <Pane {...panes.timeline}>
        <WhileNone>
          <NoIncident wanted />
        </WhileNone>
      </Pane>
    )
  }
  // Keyed, so that text typed for one incident cannot be written into another.
  return <OpenTimeline key={following} incident={following} />
}

const emptyTimeline: Timeline = []

/** Shows the line before the record has loaded: a scribe does not wait for a long log. */
function OpenTimeline({ incident }: { readonly incident: IncidentId }) {
  const record = useRecord(known => known)
  const timeline = record?.timeline ?? emptyTimeline
  const { commands, focus } = useCockpit()
  const me = useSession(session => session.me)
  const fault = useFault('timeline')
  const proposals = useProposals(record)
  const readsRoom = useBoard(board => board.feeds.some(({ what }) => what === 'proposals'))
  const [clocks, nextClocks] = useRowClocks()
  const names = useMentionNames(timeline)
  const proven = useProvenOfLog()
  const find = useFind(timeline, names)
  useJumpTarget(incident, record?.timeline, find.seek)
  const { mode, acts, leave, corrected, correctLast, takeBack } = useLineMode(timeline)
  const { actions, dialogs } = useLineDialogs(acts)
  return (
    <Pane
      {...panes.timeline}
      scroll={false}
      note={record && tCount(text.count, timeline.length)}
      aside={
        <>
          <Button tone="bare" onClick={() => focus.request('me')} title={text.sayWho}>
            <bdi>{me?.name ?? texts.me.title}</bdi>
          </Button>
          <ClocksButton clocks={clocks} onNext={nextClocks} />
        </>
      }
      footer={
        <>
          <FaultNote fault={fault} onDismiss={() => commands.dismiss('timeline')} />
          <ProposalStrip wanted={readsRoom || proposals.open.length > 0} proposals={proposals} />
          <LineInput
            {...{ incident, mode, clock: clocks.first }}
            timeline={record?.timeline}
            onCorrectLast={correctLast}
            onTakeBack={takeBack}
            onLeave={leave}
            onCorrected={corrected}
          />
        </>
      }
    >
      <FindOrJump find={find} timeline={timeline} clock={clocks.first} />
      <ProvenOfLog value={proven}>
        <MentionNames value={names}>
          <EntryList
            {...{ timeline, clocks }}
            shows={find.shows}
            words={find.words}
            sought={find.sought}
            acts={actions}
          />
        </MentionNames>
      </ProvenOfLog>
      {dialogs}
    </Pane>
  )
}

interface FindOrJumpProps {
  readonly find: Find
  readonly timeline: Timeline
  readonly clock: RowClock
}

/** The open bar above the list, if any. Its command, given again, focuses its field. */
function FindOrJump({ find, timeline, clock }: FindOrJumpProps) {
  const { focus } = useCockpit()
  const [bar, setBar] = useState<'find' | 'jump' | null>(null)
  const [requests, setRequests] = useState(0)
  const before = useRef(bar)
  // After the render in which the found line is selected, since the list then focuses that line.
  useEffect(() => {
    if (before.current !== null && bar === null) focus.request('timeline')
    before.current = bar
  }, [bar, focus])
  const open = useCallback((next: 'find' | 'jump') => {
    setBar(next)
    setRequests(count => count + 1)
  }, [])
  useCommand(
    'find',
    useCallback(() => open('find'), [open]),
  )
  useCommand(
    'jump',
    useCallback(() => open('jump'), [open]),
  )
  const closeFind = () => {
    find.type('')
    setBar(null)
  }
  return (
    <>
      <FindBar key={`find ${requests}`} opened={bar === 'find'} find={find} timeline={timeline} onClose={closeFind} />
      <JumpBar
        key={`jump ${requests}`}
        opened={bar === 'jump'}
        {...{ timeline, clock }}
        onSeek={find.seek}
        onClose={() => setBar(null)}
      />
    </>
  )
}

/** The dialogs that a line opens, and the actions of rows with those that open them. */
function useLineDialogs(acts: Omit<RowActions, 'openPicture' | 'erase' | 'toBoard'>) {
  const { focus } = useCockpit()
  const [opened, setOpened] = useState<OpenedPicture | null>(null)
  const [erasing, setErasing] = useState<TimelineEntry | null>(null)
  const openPicture = useCallback((entry: TimelineEntry, picture: number) => setOpened({ entry, picture }), [])
  const toBoard: RowActions['toBoard'] = useCallback(
    ({ id: row }, key) => void focus.offer({ command: 'strategy', row, ...(key !== undefined && { key }) }),
    [focus],
  )
  const actions = useMemo(() => ({ ...acts, openPicture, erase: setErasing, toBoard }), [acts, openPicture, toBoard])
  const dialogs = (
    <>
      <EraseDialog opened={erasing !== null} entry={erasing} onClose={() => setErasing(null)} />
      <PictureDialog opened={opened !== null} picture={opened} onClose={() => setOpened(null)} />
    </>
  )
  return { actions, dialogs }
}
