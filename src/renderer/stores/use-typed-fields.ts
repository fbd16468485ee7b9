import { useCallback, useMemo, useRef, useState } from 'react'
import type { Millis } from '../../shared/lib/time'
import { useCockpit } from './cockpit'
import { onEngineClock } from './session-store'
import { useTypedText } from './use-typed-text'

type Fields<Values> = { readonly [Name in keyof Values]: string }

/** The texts of a form, which survive it until they are sent. */
export interface TypedFields<Values extends Fields<Values>> {
  readonly values: Values
  readonly set: (change: Partial<Values>) => void
  /** They were sent, or dropped: the form starts over. */
  readonly forget: () => void
  /**
   * [TX5] These were sent: what was typed since stays, with the choice that it was typed under.
   * @param choices fields that say what the others are about @returns whether nothing was typed
   */
  readonly hasGone: (sent: Values, ...choices: readonly (keyof Values)[]) => boolean
  /** When the restored texts were typed, on the engine's clock; null: the form started over. */
  readonly since: Millis | null
}

/**
 * [TX1] Texts of a form, stored as they are typed: closed by Esc, by a click elsewhere, a reload or a crash, the form
 * offers them again. Stored for each incident, unless the form is about none, and for its subject.
 * @param form its purpose, with its subject: `impact`, `page-note:PT4KHLK`
 * @param start the values of its fields before anything is typed
 * @param of the owner of the form: a declaration continues whichever incident is shown in the meantime
 */
export function useTypedFields<Values extends Fields<Values>>(
  form: string,
  start: Values,
  of: 'incident' | 'cockpit' = 'incident',
): TypedFields<Values> {
  const { selection, session } = useCockpit()
  // A dialog stays with the incident that it was opened for.
  const [incident] = useState(() => (of === 'incident' ? selection.getState().open : null))
  // What was typed in a drill is not offered in live mode.
  const [world] = useState(() => (session.getState().world.kind === 'real' ? '' : 'drill '))
  const { text, at, type } = useTypedText(incident, world + form, always)
  const began = useRef(start)
  const values = useMemo(() => ({ ...began.current, ...changes(began.current, text) }), [text])
  const latest = useRef(values)
  latest.current = values
  const touched = useRef(false)
  const since = useRef<Millis | null>(null)
  if (text === '') since.current = null
  else if (!touched.current) since.current = at
  return {
    values,
    set: useCallback(
      change => {
        touched.current = true
        const next = { ...latest.current, ...change }
        latest.current = next
        type(written(began.current, next))
      },
      [type],
    ),
    forget: useCallback(() => type(''), [type]),
    hasGone: useCallback(
      (sent, ...choices) => {
        latest.current = typedSince(latest.current, sent, began.current, choices)
        const left = written(began.current, latest.current)
        type(left)
        return left === ''
      },
      [type],
    ),
    since: since.current === null ? null : onEngineClock(session, since.current),
  }
}

/** Two windows may have the form open: neither overwrites what is typed in the other. */
const always = () => true

/** Without what was sent: what was added to a text is left of it, and a text that was changed stays. */
function typedSince<Values extends Fields<Values>>(
  now: Values,
  sent: Values,
  start: Values,
  choices: readonly (keyof Values)[],
): Values {
  const names = Object.keys(now) as (keyof Values)[]
  const isSame = (name: keyof Values) => now[name] === sent[name]
  const isDone = names.every(name => isSame(name) || choices.includes(name))
  const left = names.map(name => {
    if (choices.includes(name)) return [name, isDone && isSame(name) ? start[name] : now[name]]
    if (isSame(name)) return [name, start[name]]
    const [value, before]: readonly [string, string] = [now[name], sent[name]]
    return [name, value.startsWith(before) ? value.slice(before.length) : value]
  })
  return Object.fromEntries(left) as Values
}

/**
 * Only what differs from the start: a value that changed elsewhere since is not reverted by the text of another field.
 */
function written<Values extends Fields<Values>>(start: Values, values: Values): string {
  const changed = Object.entries(values).filter(([name, value]) => value !== start[name as keyof Values])
  return changed.length === 0 ? '' : JSON.stringify(Object.fromEntries(changed))
}

function changes<Values extends Fields<Values>>(start: Values, text: string): Partial<Values> {
  if (text === '') return {}
  try {
    const stored: unknown = JSON.parse(text)
    const known = Object.entries(stored ?? {}).filter(([name, value]) => name in start && typeof value === 'string')
    return Object.fromEntries(known) as Partial<Values>
  } catch (error) {
    console.warn('What was typed into a form could not be read', error)
    return {}
  }
}
