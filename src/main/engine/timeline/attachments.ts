import { hash as digest } from 'node:crypto'
import { PIECE, type PicturePiece, type StoredSoFar } from '../../../shared/contract/attachments'
import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { type Attachment, pictureType } from '../../../shared/domain/attachment'
import type { ContentHash } from '../../../shared/domain/ids'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Clock } from '../ports'
import { notFound, refused } from '../record/decision'
import type { Handlers } from '../sessions/handlers'
import { countAttachments, findAttachment, readAttachment, writeAttachment } from '../storage/attachments'
import { inTransaction, type WritableDb } from '../storage/database'
import { storageFault } from '../storage/storage-fault'

/** The pictures of the record. */
export interface Attachments {
  /** [TL5] Takes a piece of a picture; after the last one the picture is on disk, and lines may name it. */
  keep(piece: Parsed<'attachments:keep'>): Reply<StoredSoFar, Fault>
  read(asked: Parsed<'attachments:read'>): Reply<PicturePiece, Fault>
  find(hash: ContentHash): Attachment | undefined
  /** All of a picture, or undefined where it is not here. */
  content(hash: ContentHash): Uint8Array | undefined
}

/** Bytes of all pictures: a guard against a faulty client, not a quota. */
const STORE_LIMIT = 4 * 1024 ** 3
/** Pictures that are received at once; beyond that the one that began first must start again. */
const MOST_UNFINISHED = 8

interface Unfinished {
  readonly content: Buffer
  have: number
}

export function openAttachments(db: WritableDb, clock: Clock): Attachments {
  const unfinished = new Map<ContentHash, Unfinished>()

  function keep({ hash, size, offset, data }: Parsed<'attachments:keep'>): Reply<StoredSoFar, Fault> {
    const known = findAttachment(db, hash)
    if (known !== undefined) return ok({ have: known.size, attachment: known })
    const piece = Buffer.from(data, 'base64')
    if (offset === 0) {
      const problem = unwelcome(piece, size)
      if (problem !== undefined) return refused(problem)
    }
    const picture = begun(hash, size)
    // A piece that came twice, or after one that was lost: the client continues from where we are.
    if (offset !== picture.have || piece.length === 0) return ok({ have: picture.have, attachment: null })
    picture.have += piece.copy(picture.content, picture.have)
    if (picture.have < picture.content.length) return ok({ have: picture.have, attachment: null })
    unfinished.delete(hash)
    return finished(hash, picture.content)
  }

  function unwelcome(piece: Uint8Array, size: number): 'picture-type' | 'pictures-full' | undefined {
    if (pictureType(piece) === undefined) return 'picture-type'
    if (countAttachments(db).bytes + size > STORE_LIMIT) return 'pictures-full'
    return undefined
  }

  function begun(hash: ContentHash, size: number): Unfinished {
    const known = unfinished.get(hash)
    if (known !== undefined && known.content.length === size) return known
    const oldest = unfinished.size >= MOST_UNFINISHED ? unfinished.keys().next().value : undefined
    if (oldest !== undefined) unfinished.delete(oldest)
    const fresh = { content: Buffer.alloc(size), have: 0 }
    unfinished.set(hash, fresh)
    return fresh
  }

  function finished(hash: ContentHash, content: Buffer): Reply<StoredSoFar, Fault> {
    const type = pictureType(content)
    if (type === undefined || digest('sha256', content) !== hash) {
      return refused('picture-damaged')
    }
    const attachment = { hash, type, size: content.length }
    try {
      inTransaction(db, () => writeAttachment(db, attachment, content, clock.now()))
    } catch (cause) {
      return fail(storageFault(cause, 'stored-picture'))
    }
    return ok({ have: attachment.size, attachment })
  }

  return {
    keep,
    read({ hash, offset }) {
      const known = findAttachment(db, hash)
      if (known === undefined) return notFound('picture-not-here')
      const data = Buffer.from(readAttachment(db, hash, offset, PIECE)).toString('base64')
      return ok({ type: known.type, size: known.size, data })
    },
    find: hash => findAttachment(db, hash),
    content: hash => {
      const known = findAttachment(db, hash)
      return known === undefined ? undefined : readAttachment(db, hash, 0, known.size)
    },
  }
}

export function pictureQueries(attachments: Attachments): Handlers<'attachments:read'> {
  return { 'attachments:read': input => attachments.read(input) }
}

export function pictureChanges(attachments: Attachments): Handlers<'attachments:keep'> {
  return { 'attachments:keep': input => attachments.keep(input) }
}
