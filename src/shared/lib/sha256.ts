/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const rounds = fractions(64, Math.cbrt)
/** The same of the square roots of the first 8. */
const start = fractions(8, Math.sqrt)

/**
 * SHA-256 (FIPS 180-4) of a text's UTF-8, as 64 hex digits. Written out, because a page's own hash answers only later, and
 * the fold and the page have to compare at once.
 */
export function sha256(text: string): string {
  const message = new TextEncoder().encode(text)
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  padded.set(message)
  padded[message.length] = 0x80
  const view = new DataView(padded.buffer)
  view.setBigUint64(padded.length - 8, BigInt(message.length) * 8n)
  const state = Uint32Array.from(start)
  for (let block = 0; block < padded.length; block += 64) mix(state, new DataView(padded.buffer, block, 64))
  return [...state].map(word => word.toString(16).padStart(8, '0')).join('')
}

function mix(state: Uint32Array, block: DataView): void {
  const words = schedule(block)
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state
  for (let at = 0; at < 64; at += 1) {
    const high = (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g))
    const one = (h + high + (rounds[at] ?? 0) + (words[at] ?? 0)) | 0
    const low = (turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
    ;[a, b, c, d, e, f, g, h] = [(one + low) | 0, a, b, c, (d + one) | 0, e, f, g]
  }
  for (const [at, value] of [a, b, c, d, e, f, g, h].entries()) state[at] = (state[at] ?? 0) + value
}

function schedule(block: DataView): Uint32Array {
  const words = new Uint32Array(64)
  const word = (at: number) => words[at] ?? 0
  for (let at = 0; at < 64; at += 1) {
    if (at < 16) words[at] = block.getUint32(at * 4)
    else {
      const [near, far] = [word(at - 2), word(at - 15)]
      const low = turned(far, 7) ^ turned(far, 18) ^ (far >>> 3)
      words[at] = word(at - 16) + low + word(at - 7) + (turned(near, 17) ^ turned(near, 19) ^ (near >>> 10))
    }
  }
  return words
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by))
}

function fractions(count: number, root: (of: number) => number): Uint32Array {
  const primes: number[] = []
  for (let one = 2; primes.length < count; one += 1) if (primes.every(prime => one % prime !== 0)) primes.push(one)
  return Uint32Array.from(primes, prime => (root(prime) % 1) * 2 ** 32)
}
