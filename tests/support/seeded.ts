import { createHash } from 'node:crypto'

/** Chance that can be replayed: the same words give the same numbers from 0 up to 1. */
export function seeded(...words: readonly (string | number)[]): () => number {
  let state = createHash('sha256').update(words.join('\n')).digest().readUInt32LE(0)
  // Mulberry32 (Tommy Ettinger, public domain).
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The seed of this run: QUARTERDECK_SEED, or a new one. Print it, so that a failure can be replayed. */
export function runSeed(): string {
  return process.env.QUARTERDECK_SEED ?? String(Math.floor(Math.random() * 1_000_000_000))
}

export function pick<Item>(random: () => number, items: readonly Item[]): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('There is nothing to pick from')
  return item
}

/** A UUID of that chance, in the form of `newId`. */
export function seededId<Id extends string>(random: () => number): Id {
  const hex = Array.from({ length: 32 }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}` as Id
}
