import type { ContentHash } from './ids'

/**
 * What the record stores besides text: pictures that cannot run anything. Never SVG or HTML, whatever their name says.
 */
export const pictureTypes = ['image/png', 'image/jpeg', 'image/webp'] as const
export type PictureType = (typeof pictureTypes)[number]

/** A picture of a line. Its bytes are in the store of the machine that has the log. */
export interface Attachment {
  readonly hash: ContentHash
  readonly type: PictureType
  /** Bytes. */
  readonly size: number
}

/** [TL5] Bytes of one picture: a screen of 4K as PNG has a few megabytes. */
export const PICTURE_LIMIT = 8 * 1024 * 1024
/** Pictures of one line. */
export const MOST_PICTURES = 8

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]

/** [TL5] What the first bytes say a file is, which is not always what its name says; undefined: none that is stored. */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  if (holds(bytes, PNG, 0)) return 'image/png'
  if (holds(bytes, JPEG, 0)) return 'image/jpeg'
  return holds(bytes, RIFF, 0) && holds(bytes, WEBP, 8) ? 'image/webp' : undefined
}

function holds(bytes: Uint8Array, sign: readonly number[], at: number): boolean {
  return sign.every((byte, index) => bytes[at + index] === byte)
}
