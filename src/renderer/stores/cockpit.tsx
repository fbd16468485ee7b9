import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { Fault } from '../../shared/contract/faults'
import type { IncidentGate } from '../../shared/contract/gate'
import type { EngineLink } from '../../shared/contract/link'
import type { IncidentId } from '../../shared/domain/ids'
import type { IncidentRecord } from '../../shared/events/fold'
import type { Millis } from '../../shared/lib/time'
import { createAlarmStore } from './alarm-store'
import { createAlertListStore } from './alert-list-store'
import { type BoardState, createBoardStore } from './board-store'
import { type BrowserSettings, type BrowserSettingsStore, createBrowserSettings } from './browser-settings'
import type { Cockpit } from './cockpit-stores'
import { createCommands } from './commands'
import { createEditing } from './editing-store'
import { createFaultStore, type FaultPlace } from './fault-store'
import { createFocusStore } from './focus-store'
import { createIncidentStore } from './incident-store'
import { type Judge, judgeAt } from './judge'
import { listen } from './listen'
import { createLookStore, type Look } from './look-store'
import { createNowStore, startTicking } from './now-store'
import { createPictures } from './pictures'
import { watchPresence } from './presence'
import { createJumpStore, createSelectionStore, type SelectionState } from './selection-store'
import { createSessionStore, type SessionState } from './session-store'
import { createWaitingKeys } from './waiting-keys'

/**
 * @param name the user's name in this browser, if they ever gave it
 * @param screen this browser's settings; without it the defaults, stored nowhere
 */
export function createCockpit(
  link: EngineLink,
  name: string | null = null,
  screen: BrowserSettingsStore = createBrowserSettings(),
): Cockpit {
  const selection = createSelectionStore()
  const faults = createFaultStore()
  const session = createSessionStore(name)
  const board = createBoardStore()
  return {
    link,
    selection,
    faults,
    session,
    now: createNowStore(session),
    incident: createIncidentStore(link),
    house: createIncidentStore(link),
    board,
    alertList: createAlertListStore(link, board),
    focus: createFocusStore(),
    sought: createJumpStore(),
    waitingKeys: createWaitingKeys(),
    pictures: createPictures(link),
    screen,
    look: createLookStore(screen),
    alarms: createAlarmStore(),
    commands: createCommands(link, selection, faults),
    editing: createEditing(link),
  }
}

const Context = createContext<Cockpit | null>(null)

export function CockpitProvider({ cockpit, children }: { cockpit: Cockpit; children: ReactNode }) {
  useEffect(() => listen(cockpit), [cockpit])
  useEffect(() => watchPresence(cockpit.link), [cockpit])
  useEffect(() => startTicking(cockpit.now, cockpit.session), [cockpit])
  return <Context value={cockpit}>{children}</Context>
}

export function useCockpit(): Cockpit {
  const cockpit = useContext(Context)
  if (cockpit === null) throw new Error('useCockpit needs a CockpitProvider around it')
  return cockpit
}

/** Now on the engine's clock, updated every second. */
export function useNow(): Millis {
  return useStore(useCockpit().now, state => state.now)
}

/** [CW4] Judges how old a feed's data is, updated every second. */
export function useJudge(): Judge {
  const { now } = useCockpit()
  const judged = useStore(now, state => state.judged)
  const away = useStore(now, state => state.away)
  return useMemo(() => judgeAt({ judged, away }), [judged, away])
}

/** [CW4] Whether the engine is unreachable: then this window cannot know whether its work goes on. */
export function useEngineAway(): boolean {
  return useStore(useCockpit().now, state => state.away)
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useCockpit().session, select)
}

export function useBoard<T>(select: (state: BoardState) => T): T {
  return useStore(useCockpit().board, select)
}

/** [GT4] The resolution gate of an open incident; undefined: it has none, or it is not judged yet. */
export function useGate(incident: IncidentId | undefined): IncidentGate | undefined {
  return useBoard(board => board.gates.find(one => one.incident === incident))
}

export function useSelection<T>(select: (state: SelectionState) => T): T {
  return useStore(useCockpit().selection, select)
}

export function useBrowserSettings<T>(select: (settings: BrowserSettings) => T): T {
  return useStore(useCockpit().screen, select)
}

export function useLook<T>(select: (look: Look) => T): T {
  return useStore(useCockpit().look, select)
}

/** A part of the open incident's record; undefined while no incident is open or its log has not loaded. */
export function useRecord<T>(select: (record: IncidentRecord) => T): T | undefined {
  return useStore(useCockpit().incident, state => state.record && select(state.record))
}

/** The fault of the last action in this place. */
export function useFault(place: FaultPlace): Fault | undefined {
  return useStore(useCockpit().faults, faults => faults[place])
}

/** [DG7] The same for a dialog that shares its place: what went wrong before it is not its own, and its own ends with it. */
export function useOwnFault(place: FaultPlace): Fault | undefined {
  const { faults } = useCockpit()
  const fault = useFault(place)
  const [before] = useState(fault)
  useEffect(
    () => () => {
      if (faults.getState()[place] !== before) faults.setState({ [place]: undefined })
    },
    [faults, place, before],
  )
  return fault === before ? undefined : fault
}
