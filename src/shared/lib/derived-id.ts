const uuidShape = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * A UUID of version 5 (RFC 9562, 5.5): two machines that derive one from the same id and name have the same, without
 * asking each other. `from` is the namespace: a UUID by its bytes, anything else by its UTF-8.
 */
export function derivedId<Id extends string>(from: string, name: string): Id {
  const text = new TextEncoder()
  const namespace = uuidShape.test(from) ? bytesOf(from.replaceAll('-', '')) : text.encode(from)
  const hash = sha1(Uint8Array.of(...namespace, ...text.encode(name))).slice(0, 16)
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = [...hash].map(byte => byte.toString(16).padStart(2, '0')).join('')
  const parts = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)]
  return parts.join('-') as Id
}

function bytesOf(hex: string): readonly number[] {
  return (hex.match(/../g) ?? []).map(pair => Number.parseInt(pair, 16))
}

/**
 * RFC 3174. Written out, because pages have no hash that answers at once, and the standard asks for this one: it names
 * things here and protects nothing.
 */
function sha1(message: Uint8Array): Uint8Array {
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0)
  const padded = new Uint8Array(Math.ceil((message.length + 9) / 64) * 64)
  padded.set(message)
  padded[message.length] = 0x80
  new DataView(padded.buffer).setBigUint64(padded.length - 8, BigInt(message.length) * 8n)
  for (let block = 0; block < padded.length; block += 64) mix(state, new DataView(padded.buffer, block, 64))
  const hash = new DataView(new ArrayBuffer(20))
  state.forEach((word, at) => {
    hash.setUint32(at * 4, word)
  })
  return new Uint8Array(hash.buffer)
}

function mix(state: Uint32Array, block: DataView): void {
  const words = new Uint32Array(80)
  const word = (at: number) => words[at] ?? 0
  for (let at = 0; at < 80; at += 1)
    words[at] =
      at < 16 ? block.getUint32(at * 4) : turned(word(at - 3) ^ word(at - 8) ^ word(at - 14) ^ word(at - 16), 1)
  let [a = 0, b = 0, c = 0, d = 0, e = 0] = state
  for (let at = 0; at < 80; at += 1) {
    const next = (turned(a, 5) + round(at, b, c, d) + e + word(at)) | 0
    ;[a, b, c, d, e] = [next, a, turned(b, 30), c, d]
  }
  for (const [at, value] of [a, b, c, d, e].entries()) state[at] = (state[at] ?? 0) + value
}

function turned(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by))
}

function round(at: number, b: number, c: number, d: number): number {
  if (at < 20) return ((b & c) | (~b & d)) + 0x5a827999
  if (at < 40) return (b ^ c ^ d) + 0x6ed9eba1
  if (at < 60) return ((b & c) | (b & d) | (c & d)) + 0x8f1bbcdc
  return (b ^ c ^ d) + 0xca62c1d6
}
