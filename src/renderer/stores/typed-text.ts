import type { EngineLink } from '../../shared/contract/link'
import { TYPED_LIMIT } from '../../shared/contract/typed-text'
import { type IncidentId, newId } from '../../shared/domain/ids'
import type { Millis } from '../../shared/lib/time'

/** A text field, by its purpose: `line`, `checkpoint`, `page-note:PT4KHLK`. */
export interface TypedPlace {
  /** null: the field belongs to no incident. */
  readonly incident: IncidentId | null
  readonly field: string
}

/** Half-typed text, and when it was typed, by this machine's clock. */
export interface TypedText {
  readonly text: string
  readonly at: Millis
}

const nothingTyped: TypedText = { text: '', at: 0 }

/** Identifies this browser, or this window of the desktop app, to the engine; without storage it is new each time. */
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

/** An emptied text is stored with its time if the engine may still have an older one that must not come back. */
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
 * If storage is refused or full, the text does not survive a reload there, and typing goes on.
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
/** A long text is written less often, so that not every letter sends all of it. */
const CHARACTERS_PER_MILLISECOND = 200

export interface TypedWriter {
  write(typed: TypedText): void
  stop(): void
}

/** Writes the newest text to the engine, at a pace; again when a lost connection is back. */
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
    // In full or not at all: half of a form cannot be read again. The browser's own storage has it.
    if (typed.text.length > TYPED_LIMIT) return
    pause = setTimeout(flush, PACE + typed.text.length / CHARACTERS_PER_MILLISECOND)
    void send(typed).then(reply => {
      // Until then the browser's storage has it; the next letter, or the restored connection, tries again.
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

/** The storage keys in use since the first release. */
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
