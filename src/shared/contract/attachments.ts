import type { Attachment, PictureType } from '../domain/attachment'

/**
 * Bytes of a picture that go in one call, so that a frame stays below FRAME_LIMIT and a line that is typed meanwhile
 * does not wait long. A multiple of three: then the base64 of the pieces, one after the other, is that of the whole.
 */
export const PIECE = 384 * 1024

/** How far a picture has come. `have` says where the next piece begins, also after one that was lost or came twice. */
export interface StoredSoFar {
  readonly have: number
  /** null until all of it is on disk. */
  readonly attachment: Attachment | null
}

export interface PicturePiece {
  readonly type: PictureType
  /** Bytes of the whole picture. */
  readonly size: number
  /** base64, at most PIECE bytes of it. */
  readonly data: string
}
