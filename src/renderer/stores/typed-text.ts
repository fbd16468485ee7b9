import type { EngineLink } from '../../shared/contract/link'
import { TYPED_LIMIT } from '../../shared/contract/typed-text'
import { type IncidentId, newId } from '../../shared/domain/ids'
import type { Millis } from '../../shared/lib/time'

/** A field that a person types into, by what it is for: `line`, `checkpoint`, `page-note:PT4KHLK`. */
export interface TypedPlace {
  /** null: the field belongs to no incident. */
  readonly incident: IncidentId | null
  readonly field: string
}

/** What is half typed, and when it came to be, by this machine's clock. */
export interface TypedText {
  readonly text: string
  readonly at: Millis
}

const nothingTyped: TypedText = { text: '', at: 0 }

/** Names this browser, or this window of the desktop, to the engine; without a store the screen is a new one each time. */
export function browserKey(storage: Storage): string {
  const known = storage.getItem('quarterdeck.screen')
  if (known !== null && /^[\w-]{8,64}$/.test(known)) return known
  const name = newId<string>()
  storeText(storage, 'quarterdeck.screen', name)
  return name
}

export function readTyped(storage: Storage, place: TypedPlace): TypedText {
  if (isLine(place)) {
    const { text, at } = lineKeys(place)
    return { text: storage.getItem(text) ?? '', at: Number(storage.getItem(at) ?? 0) }
  }
  return parseTyped(storage.getItem(keyOf(place)))
}

/** An empty text is stored with its time where the engine may still have an older one that must not come back. */
export function storeTyped(storage: Storage, place: TypedPlace, typed: TypedText): void {
  if (isLine(place)) {
    const { text, at } = lineKeys(place)
    storeText(storage, text, typed.text)
    storeText(storage, at, String(typed.at))
  } else {
    storeText(storage, keyOf(place), JSON.stringify(typed))
  }
}

/**
 * Where the store is refused or full, nothing outlives a reload there, and typing goes on.
 * @returns whether it is stored
 */
export function storeText(storage: Storage, key: string, text: string): boolean {
  try {
    if (text === '') storage.removeItem(key)
    else storage.setItem(key, text)
    return true
  } catch (error) {
    console.warn('What was typed could not be stored in the browser', error)
    return false
  }
}

/** Wall-clock milliseconds between two writes of half-typed text to the engine's disk. */
const PACE = 50
/** A long text is written less often, so that each of its letters does not send all of it. */
const CHARACTERS_PER_MILLISECOND = 200

export interface TypedWriter {
  write(typed: TypedText): void
  stop(): void
}

/** Writes the newest text to the engine, at a pace; again when a lost line is back. */
export function openTypedWriter(link: EngineLink, screen: string, place: TypedPlace): TypedWriter {
  let waiting: TypedText | null = null
  let lost: TypedText | null = null
  let pause: ReturnType<typeof setTimeout> | undefined
  const send = (typed: TypedText) => link.call('typed-text:write', { ...place, screen, text: typed.text, at: typed.at })
  const flush = () => {
    pause = undefined
    const typed = waiting
    if (typed === null) return
    waiting = null
    // Whole or not at all: half of a form cannot be read again. The browser's own store has it.
    if (typed.text.length > TYPED_LIMIT) return
    pause = setTimeout(flush, PACE + typed.text.length / CHARACTERS_PER_MILLISECOND)
    void send(typed).then(reply => {
      // The browser's store has it meanwhile; the next letter, or the line that is back, tries anew.
      lost = reply.ok ? null : typed
    })
  }
  const write = (typed: TypedText) => {
    waiting = typed
    // Emptied text is sent at once: it must not come back after the line was sent.
    if (typed.text === '') clearTimeout(pause)
    if (pause === undefined || typed.text === '') flush()
  }
  const unheard = link.onState(state => {
    if (state === 'open' && lost !== null) write(waiting ?? lost)
  })
  return {
    write,
    stop: () => {
      clearTimeout(pause)
      unheard()
      const typed = waiting
      if (typed !== null) void send(typed)
    },
  }
}

/** Stored under these keys since the first release. */
function lineKeys({ incident }: TypedPlace) {
  return { text: `quarterdeck.line.${incident}`, at: `quarterdeck.line-at.${incident}` } as const
}

function isLine({ incident, field }: TypedPlace): boolean {
  return field === 'line' && incident !== null
}

function keyOf({ incident, field }: TypedPlace): string {
  return `quarterdeck.typed.${incident ?? 'none'}.${field}`
}

function parseTyped(stored: string | null): TypedText {
  if (stored === null) return nothingTyped
  try {
    const typed: unknown = JSON.parse(stored)
    if (typeof typed !== 'object' || typed === null) return nothingTyped
    const { text, at } = typed as Partial<TypedText>
    return typeof text === 'string' && typeof at === 'number' ? { text, at } : nothingTyped
  } catch (error) {
    console.warn('What was typed could not be read', error)
    return nothingTyped
  }
}
