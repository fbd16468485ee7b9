import { storedAlsoTo } from './also-to'
import type { ComposerState } from './composer-form'

/** What the writer typed of an update, for a composer that opens again; undefined where it was nothing. */
export function typedOf(state: ComposerState): string | undefined {
  const { title, body, byHand, typed, template, internal, promise } = state
  const also = state.also.map(({ update, channel, own }) => ({ update, channel, own }))
  if (!byHand && Object.keys(typed).length === 0 && internal === '' && also.length === 0) return undefined
  const to = { ...(internal !== '' && { internal }), ...(also.length > 0 && { also }) }
  return JSON.stringify({ typed, template, ...to, ...(byHand && { title, body, promise }) })
}

/** With what an earlier composer left, which `typedOf` gave; what cannot be read of it is as at the start. */
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
