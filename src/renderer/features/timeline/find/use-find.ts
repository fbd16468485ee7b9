import { useCallback, useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { EntryId, IncidentId } from '../../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../../shared/domain/timeline'
import { useCockpit } from '../../../stores/cockpit'
import type { NamesPattern } from '../marks'
import { type Found, isFilter, passes, type Query, readQuery, startScan } from './query'

export interface Find {
  readonly typed: string
  readonly type: (typed: string) => void
  readonly query: Query
  /** Words to mark in the lines. */
  readonly words: readonly string[]
  /** Filters lines by the marks; undefined: shows all. */
  readonly shows: ((entry: TimelineEntry) => boolean) | undefined
  readonly found: Found
  /** Index of the current hit, from 0 for the newest; -1: none. */
  readonly position: number
  /** The line to scroll to; a new object each time the user goes to one. */
  readonly sought: { readonly id: EntryId } | null
  /** Goes to an older (1) or a newer (-1) hit, and round at the ends. */
  readonly step: (by: 1 | -1) => void
  readonly seek: (id: EntryId) => void
}

const nothingFound: Found = { hits: [], done: true }
const noWords: readonly string[] = []

/** The search in a timeline, as it is typed. */
export function useFind(timeline: Timeline, names: NamesPattern): Find {
  const [typed, setTyped] = useState('')
  const [scanned, setScanned] = useState<{ readonly words: readonly string[]; readonly found: Found } | null>(null)
  const [sought, setSought] = useState<{ readonly id: EntryId } | null>(null)
  const query = useMemo(() => readQuery(typed, names), [typed, names])
  const words = useHeld(query.words.length === 0 ? noWords : query.words)
  const marks = useHeld({ ...query, words: noWords })
  const shows = useMemo(
    () => (isFilter(marks) ? (entry: TimelineEntry) => passes(marks, entry, names) : undefined),
    [marks, names],
  )

  useEffect(() => {
    if (words.length === 0) return setScanned(null)
    return startScan({
      ...{ timeline, words, clock: () => performance.now() },
      tell: found => setScanned({ words, found }),
      passes: place => shows === undefined || isShown(timeline[place], shows),
      later: run => setTimeout(run, 0),
    })
  }, [timeline, words, shows])

  // Hits for other words do not count for these.
  const found = scanned?.words === words ? scanned.found : nothingFound
  const position = useMemo(
    () => (sought === null ? -1 : found.hits.findIndex(place => timeline[place]?.id === sought.id)),
    [found, timeline, sought],
  )
  const goTo = useCallback(
    (index: number) => {
      const id = timeline[found.hits[index] ?? -1]?.id
      if (id !== undefined) setSought({ id })
    },
    [found, timeline],
  )
  // The newest hit is scrolled to by itself, also when the first one is found slices later.
  const newest = position < 0 ? found.hits[0] : undefined
  useEffect(() => {
    if (newest !== undefined) goTo(0)
  }, [newest, goTo])

  return {
    ...{ typed, query, words, shows, found, position, sought },
    type: useCallback((text: string) => {
      setTyped(text)
      setSought(null)
    }, []),
    step: by => {
      const count = found.hits.length
      if (count > 0) goTo((position + by + count) % count)
    },
    seek: useCallback((id: EntryId) => setSought({ id }), []),
  }
}

function isShown(entry: TimelineEntry | undefined, shows: (entry: TimelineEntry) => boolean): boolean {
  return entry !== undefined && shows(entry)
}

/** The earlier object while its content is the same, so that typing renders nothing again. */
function useHeld<Value>(value: Value): Value {
  const said = JSON.stringify(value)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text represents the value
  return useMemo(() => value, [said])
}

/** [SX5] Goes to a line that was found elsewhere, once the record that has it is loaded. */
export function useJumpTarget(incident: IncidentId, timeline: Timeline | undefined, seek: (id: EntryId) => void): void {
  const { sought } = useCockpit()
  const line = useStore(sought, state => state.line)
  useEffect(() => {
    if (line === null || line.incident !== incident || timeline === undefined) return
    sought.setState({ line: null })
    // Retracted since it was indexed: the incident is open, and there is nothing to go to.
    if (timeline.some(({ id }) => id === line.entry)) seek(line.entry)
  }, [line, incident, timeline, seek, sought])
}
