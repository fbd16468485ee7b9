import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Answer, CallReply, Input, QueryName } from '../../shared/contract/calls'
import type { Fault } from '../../shared/contract/faults'
import { type Millis, SECOND } from '../../shared/lib/time'
import { useCockpit } from './cockpit'
import { onEngineClock } from './session-store'
import { useWaiting } from './use-waiting'

export interface Read<Value> {
  /** The last answer for this input; undefined: none has arrived. It stays when another read fails. */
  readonly value: Value | undefined
  /** The last answer, whatever the input was: stays in view until the next one arrives. */
  readonly latest: Value | undefined
  /** When the answer arrived, by the engine's clock. */
  readonly readAt: Millis
  /** Why the last read failed, or what it waits for. */
  readonly fault: Fault | undefined
  readonly isReading: boolean
  readonly again: () => void
}

interface Held<Value> extends Pick<Read<Value>, 'latest' | 'fault'> {
  /** By this machine's clock if the engine's was not known yet. */
  readonly readAt: Millis | { readonly wall: Millis }
  /** The input of the last answer, as text; for `fault`, the one that failed. */
  readonly answered: string
  readonly failed: string
}

interface Turn {
  readonly asked: string
  readonly at: number
}

/**
 * Which answers count: an answer that comes after the same was asked again is shown, so that a slow engine is not asked
 * for ever without anything to see; one to another input, or from before a newer answer, is not.
 */
function replyOrder() {
  let [input, begun, taken]: [string | null, number, number] = [null, 0, 0]
  return {
    begin: (asked: string): Turn => {
      input = asked
      begun += 1
      return { asked, at: begun }
    },
    takes: ({ asked, at }: Turn): boolean => {
      if (asked !== input || at < taken) return false
      taken = at
      return true
    },
    isLast: ({ at }: Turn): boolean => at === begun,
    /** Nobody shows it any more. */
    end: () => {
      input = null
    },
  }
}

const nothing = { answered: '', failed: '', latest: undefined, readAt: 0, fault: undefined }

/**
 * [RF1] Reads something from the engine to show. The component that shows the value shows the fault in its place, with
 * `again`.
 * @param input read again when it changes; the value for another input is dropped at once
 * @param renewal read again when this changes, while the earlier value stays
 */
export function useRead<Name extends QueryName>(name: Name, input: Input<Name>, renewal?: unknown): Read<Answer<Name>> {
  const { link, now, session } = useCockpit()
  // An input may carry a whole file: callers must pass the same object while it has not changed.
  const asked = useMemo(() => JSON.stringify(input), [input])
  const [held, setHeld] = useState<Held<Answer<Name>>>(nothing)
  const [isReading, setReading] = useState(true)
  const [tries, setTries] = useState(0)
  const order = useRef(replyOrder())
  // biome-ignore lint/correctness/useExhaustiveDependencies: a renewal and another try ask the same question again
  useEffect(() => {
    const turn = order.current.begin(asked)
    setReading(true)
    const reply = link.call(name, JSON.parse(asked)) as CallReply<Name>
    void reply.then(told => {
      if (!order.current.takes(turn)) return
      if (order.current.isLast(turn)) setReading(false)
      // Before the greeting the engine's clock, which may be a drill's, is unknown: the time is converted later.
      const readAt = session.getState().clock === null ? { wall: Date.now() } : now.getState().now
      if (told.ok) setHeld({ answered: asked, failed: '', latest: told.value, readAt, fault: undefined })
      else setHeld(before => ({ ...before, failed: asked, fault: told.fault }))
    })
  }, [link, now, session, name, asked, renewal, tries])
  useEffect(() => () => order.current.end(), [])
  const waiting = useWaiting(isReading)
  const again = useCallback(() => setTries(count => count + 1), [])
  const { latest, answered, failed } = held
  const readAt = typeof held.readAt === 'number' ? held.readAt : onEngineClock(session, held.readAt.wall)
  const value = answered === asked ? latest : undefined
  return { value, latest, readAt, fault: waiting ?? (failed === asked ? held.fault : undefined), isReading, again }
}

/** For a file that people edit beside the cockpit. */
const EACH: Millis = 5 * SECOND

/** The same, read again every few seconds while it is shown: its source changes without a push. */
export function useReadOfFile<Name extends QueryName>(name: Name, input: Input<Name>): Read<Answer<Name>> {
  const turn = useStore(useCockpit().now, ({ now }) => Math.floor(now / EACH))
  return useRead(name, input, turn)
}
