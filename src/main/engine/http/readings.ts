import { listedBytes } from './byte-lists'
import { asWritten, type TextReading, withoutEscapes, withoutFiller, withoutMailAndLookalikes } from './escaped-text'

/** A proxy escapes what a vendor has escaped, and a debug page puts both into JSON. */
const MOST_LAYERS = 4
/** Only a storm of alerts is larger; in it a secret is looked for as it is, in base64 and in plain hex, but not behind escapes. */
const LARGEST_UNDONE = 1024 * 1024
/** Mail and look-alike letters stand in pages of errors, not in lists of alerts, where `orgId=42` reads as mail. */
const LARGEST_OTHERWISE = 64 * 1024

/** The text, and all that it reads as with one layer of escapes undone after the other. The first are the cheapest. */
export function* readingsOf(text: string): Generator<TextReading> {
  let reading = asWritten(text)
  yield reading
  if (text.length > LARGEST_UNDONE) return
  yield* decodedLists(reading)
  for (let depth = 0; depth < MOST_LAYERS; depth += 1) {
    const open = withoutEscapes(reading)
    // White space goes last: it separates the bytes of a list.
    if (open !== reading) yield* decodedLists(open)
    const next = withoutFiller(open)
    if (next === reading) break
    if (next !== open) yield* decodedLists(next)
    yield next
    if (text.length <= LARGEST_OTHERWISE) yield* otherwise(next)
    reading = next
  }
  if (reading.text === text && text.length <= LARGEST_OTHERWISE) yield* otherwise(reading)
}

function* otherwise(reading: TextReading): Generator<TextReading> {
  const other = withoutMailAndLookalikes(reading)
  if (other !== reading) yield* undone(other, 2)
}

function* decodedLists(reading: TextReading): Generator<TextReading> {
  for (const list of listedBytes(reading)) yield* undone(list, /[\\%&]/.test(list.text) ? 2 : 0)
}

function* undone(of: TextReading, layers: number): Generator<TextReading> {
  yield of
  let reading = of
  for (let depth = 0; depth < layers; depth += 1) {
    const next = withoutFiller(withoutEscapes(reading))
    if (next === reading) return
    yield next
    reading = next
  }
}
