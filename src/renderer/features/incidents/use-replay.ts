import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { LogSlice } from '../../../shared/contract/archive'
import type { Fault } from '../../../shared/contract/faults'
import type { EngineLink } from '../../../shared/contract/link'
import type { IncidentId } from '../../../shared/domain/ids'
import type { IncidentEvent } from '../../../shared/events/registry'
import { openReplay, type Replay } from '../../../shared/events/replay'
import { ok, type Reply } from '../../../shared/lib/reply'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { useCockpit } from '../../stores/cockpit'

export const speeds = [1, 10, 60] as const
export type Speed = (typeof speeds)[number]

/** Where a replay is, and the ways to go on from there. */
export interface Position {
  readonly at: Millis
  /** Events that were recorded by then. */
  readonly count: number
  readonly playing: boolean
  readonly speed: Speed
  readonly setSpeed: (speed: Speed) => void
  readonly goTo: (at: Millis) => void
  /** By so many events. */
  readonly step: (by: number) => void
  readonly togglePlay: () => void
  /** @returns whether the key is one of the replay */
  readonly press: (event: Pick<KeyboardEvent, 'key' | 'target'>) => boolean
}

/** Keys of a replay, wherever in its dialog the focus is. */
export const replayKeys = { back: ',', on: '.', play: 'p', earlier: 'PageUp', later: 'PageDown' } as const

/** How often the clock of a replay goes on. */
const TICK = SECOND / 5

/** [RY2] The clock of a replay; it starts at the end, where all of the incident is. */
export function usePosition(replay: Replay): Position {
  const [place, setPlace] = useState({ at: replay.to, count: replay.count })
  const [playing, setPlaying] = useState(false)
  const [speed, setSpeed] = useState<Speed>(10)
  const place$ = useRef(place)
  place$.current = place
  const moves = useMemo(() => {
    const goTo = (at: Millis) => {
      const within = Math.min(Math.max(at, replay.from), replay.to)
      setPlace({ at: within, count: replay.countAt(within) })
    }
    const step = (by: number) => {
      setPlaying(false)
      const count = Math.min(Math.max(place$.current.count + by, 1), replay.count)
      setPlace({ at: replay.momentOf(count), count })
    }
    return { goTo, step }
  }, [replay])
  useEffect(() => {
    if (!playing) return
    let before = performance.now()
    const timer = setInterval(() => {
      const now = performance.now()
      const next = place$.current.at + (now - before) * speed
      before = now
      moves.goTo(next)
      if (next >= replay.to) setPlaying(false)
    }, TICK)
    return () => clearInterval(timer)
  }, [playing, speed, replay, moves])
  const togglePlay = () => {
    if (!playing && place$.current.at >= replay.to) moves.goTo(replay.from)
    setPlaying(!playing)
  }
  const press = ({ key, target }: Pick<KeyboardEvent, 'key' | 'target'>) => {
    // The list of lines scrolls by page.
    if (key.startsWith('Page') && target instanceof Element && target.closest('ol') !== null) return false
    if (key === replayKeys.back) moves.step(-1)
    else if (key === replayKeys.on) moves.step(1)
    else if (key === replayKeys.play) togglePlay()
    else if (key === replayKeys.earlier || key === replayKeys.later) {
      const marks = replay.marks.map(({ count }) => count)
      const { count } = place$.current
      const to = key === replayKeys.later ? marks.find(one => one > count) : marks.findLast(one => one < count)
      if (to !== undefined) moves.step(to - count)
    } else return false
    return true
  }
  return { ...place, playing, speed, setSpeed, ...moves, togglePlay, press }
}

export interface KnownLog {
  /** Undefined: it is being read, or could not be. */
  readonly replay: Replay | undefined
  readonly damaged: boolean
  readonly fault: Fault | undefined
  readonly again: () => void
}

type Known = { readonly of: string } & Partial<Pick<KnownLog, 'replay' | 'damaged' | 'fault'>>

/** [AV6] An incident's whole log, read once: what comes later is not in it. */
export function useLog(incident: IncidentId): KnownLog {
  const { link } = useCockpit()
  const [tries, setTries] = useState(0)
  const of = `${incident} ${tries}`
  const [known, setKnown] = useState<Known>({ of })
  useEffect(() => {
    let isWanted = true
    void readAll(link, incident, () => isWanted).then(reply => {
      if (!isWanted) return
      setKnown(reply.ok ? { of, ...reply.value } : { of, fault: reply.fault })
    })
    return () => {
      isWanted = false
    }
  }, [link, incident, of])
  const { replay, damaged = false, fault } = known.of === of ? known : { replay: undefined, fault: undefined }
  return { replay, damaged, fault, again: () => setTries(count => count + 1) }
}

async function readAll(
  link: EngineLink,
  incident: IncidentId,
  isWanted: () => boolean,
): Promise<Reply<Pick<KnownLog, 'replay' | 'damaged'>, Fault>> {
  const events: IncidentEvent[] = []
  let from: number | null = 0
  let damaged = false
  while (from !== null && isWanted()) {
    const part: Reply<LogSlice, Fault> = await link.call('archive:log', { incident, from })
    if (!part.ok) return part
    for (const event of part.value.events) events.push(event)
    damaged ||= part.value.damaged
    from = part.value.next
  }
  return ok({ replay: events.length === 0 ? undefined : openReplay(events), damaged })
}
