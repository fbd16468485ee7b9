import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'
import type { Millis } from '../../../../shared/lib/time'
import { useTypedFields } from '../../../stores/use-typed-fields'
import { type ComposerState, storedAlsoTo } from './composer-form'

export interface TypedUpdate {
  readonly state: ComposerState
  readonly set: Dispatch<SetStateAction<ComposerState>>
  readonly since: Millis | null
  /** The engine has it. */
  readonly forget: () => void
  readonly startOver: () => void
  /** Continues from a draft that the engine has: what was typed before is dropped. */
  readonly goOnWith: (state: ComposerState) => void
}

/**
 * [TX1] An update while it is being written. What cannot be a draft in the engine yet, because it has no channel or no
 * title, and what was typed since the last draft, is stored as it is typed. A new update has no id before its first
 * draft: the next composer of the incident continues it.
 */
export function useTypedUpdate(start: ComposerState): TypedUpdate {
  const [isDraft, setDraft] = useState(start.resumed)
  const stored = useTypedFields(isDraft ? `update:${start.update}` : 'update', { update: '' })
  const [state, setState] = useState(() => withTyped(start, stored.values.update))
  const written = useRef(stored.values.update)
  const latest = useRef('')
  const { set: store, forget } = stored
  const set: TypedUpdate['set'] = useCallback(change => setState(change), [])
  useEffect(() => {
    const typed = typedOf(state) ?? ''
    latest.current = typed
    const untouched = isDraft && typed === (typedOf(start) ?? '')
    if (typed === written.current || untouched) return
    written.current = typed
    store({ update: typed })
  }, [state, store, isDraft, start])
  useEffect(() => {
    // After a crash the engine's copy arrives a moment later than the browser's.
    if (stored.since === null || stored.values.update === written.current) return
    written.current = stored.values.update
    setState(now => withTyped(now, stored.values.update))
  }, [stored.since, stored.values.update])
  return {
    state,
    set,
    since: stored.since,
    forget: useCallback(() => {
      forget()
      written.current = latest.current
      setDraft(true)
    }, [forget]),
    startOver: () => {
      forget()
      written.current = ''
      setState(start)
    },
    goOnWith: draft => {
      forget()
      written.current = typedOf(draft) ?? ''
      setState(draft)
    },
  }
}

/** What the writer typed of an update, for a composer that opens again; undefined if that was nothing. */
export function typedOf(state: ComposerState): string | undefined {
  const { title, body, byHand, typed, template, internal, promise } = state
  const also = state.also.map(({ update, channel, own }) => ({ update, channel, own }))
  if (!byHand && Object.keys(typed).length === 0 && internal === '' && also.length === 0) return undefined
  const to = { ...(internal !== '' && { internal }), ...(also.length > 0 && { also }) }
  return JSON.stringify({ typed, template, ...to, ...(byHand && { title, body, promise }) })
}

/** With what an earlier composer left, as returned by `typedOf`; an unreadable value falls back to the start. */
export function withTyped(state: ComposerState, stored: string): ComposerState {
  if (stored === '') return state
  try {
    const { title, body, typed, template, also, internal, promise } = JSON.parse(stored) as Partial<ComposerState>
    const worded = typeof title === 'string' && typeof body === 'string'
    return {
      ...state,
      typed: typeof typed === 'object' ? { ...typed } : state.typed,
      template: typeof template === 'string' ? template : state.template,
      also: storedAlsoTo(also, state.also),
      internal: typeof internal === 'string' ? internal : state.internal,
      ...(worded && { title, body, byHand: true, promise: typeof promise === 'number' ? promise : state.promise }),
    }
  } catch (error) {
    console.warn('What was typed of an update could not be read', error)
    return state
  }
}
