import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { EngineLink } from '../../../shared/contract/link'
import type { IncidentId } from '../../../shared/domain/ids'
import { useCockpit } from '../../stores/cockpit'
import type { HalfTyped, KeptLines } from './kept-lines'

/** Wall milliseconds between two writes of what is half typed to the engine's disk. */
const PACE = 50

/**
 * [TL9] What is half typed, kept twice: in the browser's store, which is there at once on a reload, and on the engine's
 * disk, because a browser writes its own seconds late and a killed one loses them. The newer of the two comes back.
 * Where another window of this screen has the line too, what is typed there comes here, unless somebody types here.
 */
export function useHalfTyped(
  incident: IncidentId,
  kept: KeptLines,
  field: RefObject<HTMLInputElement | null>,
): readonly [string, (text: string) => void] {
  const { link } = useCockpit()
  const [typed, setTyped] = useState(() => kept.halfTyped().text)
  const touched = useRef(false)
  const keeper = useRef<Keeper | null>(null)
  useEffect(() => {
    const mine = openKeeper(link, incident, kept)
    keeper.current = mine
    return mine.stop
  }, [link, incident, kept])
  useEffect(() => {
    let here = true
    void link.call('kept-line:read', { incident, screen: kept.screen }).then(reply => {
      const newer = reply.ok && reply.value.at > kept.halfTyped().at
      // What somebody types now is newer than all of it.
      if (here && newer && !touched.current) setTyped(reply.value.text)
    })
    return () => {
      here = false
    }
  }, [link, incident, kept])
  useEffect(() => {
    const elsewhere = ({ storageArea }: StorageEvent) => {
      const typing = document.hasFocus() && document.activeElement === field.current
      if (storageArea === window.localStorage && !typing) setTyped(kept.halfTyped().text)
    }
    window.addEventListener('storage', elsewhere)
    return () => window.removeEventListener('storage', elsewhere)
  }, [kept, field])
  const type = useCallback(
    (text: string) => {
      touched.current = true
      setTyped(text)
      const half = { text, at: Date.now() }
      kept.keepHalfTyped(half)
      keeper.current?.keep(half)
    },
    [kept],
  )
  return [typed, type]
}

interface Keeper {
  keep(half: HalfTyped): void
  stop(): void
}

/** Writes the newest text to the engine, at a pace; again when a lost line is back. */
function openKeeper(link: EngineLink, incident: IncidentId, kept: KeptLines): Keeper {
  let waiting: HalfTyped | null = null
  let lost: HalfTyped | null = null
  let pause: ReturnType<typeof setTimeout> | undefined
  const write = () => {
    pause = undefined
    const half = waiting
    if (half === null) return
    waiting = null
    pause = setTimeout(write, PACE)
    void link.call('kept-line:write', { incident, screen: kept.screen, ...half }).then(reply => {
      // The browser's store has it meanwhile; the next letter, or the line that is back, tries anew.
      lost = reply.ok ? null : half
    })
  }
  const keep = (half: HalfTyped) => {
    waiting = half
    // The end of a line is told at once: it must not come back after it was written.
    if (half.text === '') clearTimeout(pause)
    if (pause === undefined || half.text === '') write()
  }
  const unheard = link.onState(state => {
    if (state === 'open' && lost !== null) keep(waiting ?? lost)
  })
  return {
    keep,
    stop: () => {
      clearTimeout(pause)
      unheard()
      const half = waiting
      if (half !== null) void link.call('kept-line:write', { incident, screen: kept.screen, ...half })
    },
  }
}
