import {
  type ComponentType,
  createContext,
  startTransition,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import { createStore } from 'zustand/vanilla'
import type { PaneKey } from '../../shared/contract/pane-address'
import { texts } from '../../shared/texts/texts'
import { waitsFor } from '../commands/command-list'
import type { KeyBinding } from '../commands/keymap'
import { useOpening } from '../stores/opening'
import { FaultNote } from '../ui/fault-note'
import { Pane } from '../ui/pane'
import { paneId, panes } from '../ui/panes'
import { reloadPage } from '../ui/reload-page'
import styles from './frame.module.css'
import type { Layouts } from './layouts/layouts'
import { isPaneRequest, paneOfRequest } from './layouts/pane-requests'

/** All panes but the timeline, which is there from the first paint. */
export type LaterPane = Exclude<PaneKey, 'timeline'>

export interface Parts {
  readonly panes: Readonly<Record<LaterPane, ComponentType>>
  readonly Dialogs: ComponentType<{ readonly layouts: Layouts }>
  readonly FirstWords: ComponentType
}

interface LaterParts {
  /** `coming` until they are drawn, because they cannot take a key before. */
  readonly at: 'none' | 'coming' | 'drawn' | 'failed'
  readonly parts: Parts | null
  /** Whether the panes that show only the record are drawn too: while it is loading they have nothing to show. */
  readonly withRecord: boolean
}

/** These panes show only the record: its lines are drawn before them. */
const ofRecord: ReadonlySet<LaterPane> = new Set<LaterPane>(['roles', 'checkpoint', 'comms', 'handoff'])

/** The panes and dialogs that the first paint does without: one chunk, fetched while the page is drawn for the first time. */
const nothing: LaterParts = { at: 'none', parts: null, withRecord: false }
export const laterParts = createStore<LaterParts>(() => nothing)

/** Once for a page. The caller names the chunk: its code reads this state too. */
function loadLaterParts(load: () => Promise<Parts>): void {
  if (laterParts.getState().at !== 'none') return
  laterParts.setState({ at: 'coming' })
  load().then(
    parts => laterParts.setState({ parts }),
    () => laterParts.setState({ at: 'failed' }),
  )
}

/**
 * [KW1] What a key that leads into the later parts has to do: wait for them, or report that they could not be loaded.
 */
export function partsFor({ goes }: Pick<KeyBinding, 'goes'>): 'coming' | 'failed' | undefined {
  const { at, withRecord } = laterParts.getState()
  if ('layout' in goes || isOfTimeline(goes) || at === 'none') return undefined
  if (at !== 'drawn') return at
  return 'request' in goes && waitsFor(goes.request) === 'record' && !withRecord ? 'coming' : undefined
}

function isOfTimeline(goes: Exclude<KeyBinding['goes'], { readonly layout: unknown }>): boolean {
  if ('pane' in goes) return goes.pane === 'timeline'
  return isPaneRequest(goes.request) && paneOfRequest(goes.request) === 'timeline'
}

export const LaterPartsContext = createContext(nothing)

/** Loads them, and draws them after what is more urgent, such as the lines of the timeline. */
export function useLaterParts(load: () => Promise<Parts>): LaterParts {
  const [shown, setShown] = useState(() => {
    loadLaterParts(load)
    return laterParts.getState()
  })
  useEffect(() => {
    const follow = () => startTransition(() => setShown(laterParts.getState()))
    follow()
    return laterParts.subscribe(follow)
  }, [])
  const withRecord = useAfterRecord()
  useEffect(() => {
    // The effects of the parts ran before this one: their command listeners are registered.
    if (shown.parts !== null) laterParts.setState({ at: 'drawn', withRecord })
  }, [shown.parts, withRecord])
  const { at, parts } = shown
  return useMemo(() => ({ at, parts, withRecord }), [at, parts, withRecord])
}

/** True, permanently, once the record is shown or known not to load. */
function useAfterRecord(): boolean {
  const opening = useOpening()
  const isKnown = opening.at === 'reading' ? opening.fault !== null : opening.at !== 'greeting'
  const [isAfter, setAfter] = useState(isKnown)
  useEffect(() => {
    if (isKnown) startTransition(() => setAfter(true))
  }, [isKnown])
  return isAfter
}

/** A pane of the later parts; until it is loaded, its frame, which is what it would show of an unknown incident. */
export function LaterPaneContent({ pane }: { readonly pane: LaterPane }) {
  const { at, parts, withRecord } = useContext(LaterPartsContext)
  const hadFocus = useRef(false)
  const Content = withRecord || !ofRecord.has(pane) ? parts?.panes[pane] : undefined
  const { digit } = panes[pane]
  useLayoutEffect(() => {
    if (Content === undefined || !hadFocus.current) return
    hadFocus.current = false
    document.getElementById(paneId(digit))?.focus()
  }, [Content, digit])
  if (Content !== undefined) return <Content />
  return <ComingPane pane={pane} failed={at === 'failed'} hadFocus={hadFocus} />
}

interface ComingPaneProps {
  readonly pane: LaterPane
  readonly failed: boolean
  /** Noted when it is unmounted. */
  readonly hadFocus: { current: boolean }
}

function ComingPane({ pane, failed, hadFocus }: ComingPaneProps) {
  const { digit } = panes[pane]
  useLayoutEffect(
    () => () => {
      hadFocus.current = document.getElementById(paneId(digit))?.contains(document.activeElement) === true
    },
    [digit, hadFocus],
  )
  return (
    <Pane {...panes[pane]}>
      {failed ? (
        <FaultNote fault={notLoaded} onAgain={reloadPage} />
      ) : (
        <p className={styles.coming} aria-busy="true">
          {texts.ui.reading}
        </p>
      )}
    </Pane>
  )
}

export const notLoaded = { kind: 'disconnected', message: texts.ui.notLoaded } as const
