import { packedPush } from '../../../shared/contract/frames'
import type { Pushes, PushName } from '../../../shared/contract/pushes'

/** A frame as it goes over the line: bytes of panels, or a text in UTF-8. */
export interface EncodedPush {
  readonly data: Uint8Array
  readonly binary: boolean
}

export type EncodePush = <Name extends PushName>(name: Name, payload: Pushes[Name]) => EncodedPush

/**
 * Encodes a push once for all sockets. The engine hands one payload to each session in turn, so the last one is enough to
 * remember; and only for this turn, because later the same object may have other contents.
 */
export function pushEncoder(): EncodePush {
  let last: { readonly name: PushName; readonly payload: unknown; readonly encoded: EncodedPush } | undefined
  return (name, payload) => {
    if (last !== undefined && last.name === name && last.payload === payload) return last.encoded
    const encoded = encode(name, payload)
    last = { name, payload, encoded }
    queueMicrotask(() => {
      last = undefined
    })
    return encoded
  }
}

function encode<Name extends PushName>(name: Name, payload: Pushes[Name]): EncodedPush {
  const packed = packedPush(name, payload)
  return packed instanceof Uint8Array
    ? { data: packed, binary: true }
    : { data: Buffer.from(JSON.stringify({ push: name, payload })), binary: false }
}
