import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useFault, useRecord, useSession } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { WhileNone } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { EraseDialog } from './erase-dialog'
import { FindBar } from './find/find-bar'
import { JumpBar } from './find/jump-bar'
import { useFind } from './find/use-find'
import { KnownNames, useKnownNames } from './known-names'
import { LineInput } from './line-input'
import { EntryList } from './list/entry-list'
import { OpenSpace } from './open-space'
import { type OpenedPicture, PictureDialog } from './picture-dialog'
import { ProposalStrip } from './proposal-strip'
import { TimesButton } from './times-button'
import { useProposals } from './use-proposals'
import { useSoughtLine } from './use-sought-line'
import { useTimes } from './use-times'
import { useWriting } from './use-writing'

const text = texts.timeline

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
  const [clocks, turnTimes] = useTimes()
  const names = useKnownNames(timeline)
  const find = useFind(timeline, names)
  useSoughtLine(incident, record?.timeline, find.seek)
  const { bar, asked, openBar } = useBar()
  const { writing, acts, leave, corrected, correctLast, takeBack } = useWriting(timeline)
  const [opened, setOpened] = useState<OpenedPicture | null>(null)
  const openPicture = useCallback((entry: TimelineEntry, picture: number) => setOpened({ entry, picture }), [])
  const [erasing, setErasing] = useState<TimelineEntry | null>(null)
  const rowActs = useMemo(() => ({ ...acts, openPicture, erase: setErasing }), [acts, openPicture])
  const closeBar = () => {
    find.type('')
    openBar(null)
  }
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
          <TimesButton clocks={clocks} onTurn={turnTimes} />
        </>
      }
      footer={
        <>
          <FaultNote fault={fault} onDismiss={() => commands.dismiss('timeline')} />
          <ProposalStrip proposals={proposals} />
          <LineInput
            {...{ incident, writing, clock: clocks.first }}
            timeline={record?.timeline}
            onCorrectLast={correctLast}
            onTakeBack={takeBack}
            onLeave={leave}
            onCorrected={corrected}
          />
        </>
      }
    >
      {bar === 'find' && <FindBar key={asked} find={find} timeline={timeline} onClose={closeBar} />}
      {bar === 'jump' && (
        <JumpBar
          key={asked}
          timeline={timeline}
          clock={clocks.first}
          onSeek={find.seek}
          onClose={() => openBar(null)}
        />
      )}
      <KnownNames value={names}>
        <EntryList
          {...{ timeline, clocks }}
          shows={find.shows}
          words={find.words}
          sought={find.sought}
          acts={rowActs}
        />
      </KnownNames>
      {erasing !== null && <EraseDialog entry={erasing} onClose={() => setErasing(null)} />}
      {opened !== null && <PictureDialog opened={opened} onClose={() => setOpened(null)} />}
    </Pane>
  )
}

/** Which bar stands above the list. A key that opens it again leads back into its field. */
function useBar() {
  const { focus } = useCockpit()
  const [bar, setBar] = useState<'find' | 'jump' | null>(null)
  const [asked, setAsked] = useState(0)
  const before = useRef(bar)
  // Once the line that was found stands chosen in the list, which is then where the focus goes.
  useEffect(() => {
    if (before.current !== null && bar === null) focus.request('timeline')
    before.current = bar
  }, [bar, focus])
  const open = useCallback((next: 'find' | 'jump') => {
    setBar(next)
    setAsked(count => count + 1)
  }, [])
  useFocusRequest(
    'find',
    useCallback(() => open('find'), [open]),
  )
  useFocusRequest(
    'jump',
    useCallback(() => open('jump'), [open]),
  )
  return { bar, asked, openBar: setBar }
}
