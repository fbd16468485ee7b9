import { randomFillSync } from 'node:crypto'

const BITS_128 = 16

/** Drawn for many events at once: asking the system for each would be a tenth of what an append costs beside its sync. */
const pool = Buffer.alloc(256 * BITS_128)
let used = pool.length

/** 128 random bits, as hex. */
export function newSalt(): string {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += BITS_128
  return pool.toString('hex', used - BITS_128, used)
}
