import { PIECE } from '../../shared/contract/attachments'
import type { Fault } from '../../shared/contract/faults'
import type { EngineLink } from '../../shared/contract/link'
import { type Attachment, PICTURE_LIMIT, pictureType } from '../../shared/domain/attachment'
import type { ContentHash } from '../../shared/domain/ids'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

/** Pictures of the record: this window uploads and shows them. */
export interface Pictures {
  /**
   * Stores a picture in the record; its hash can then be named in a line. Sends it in pieces, and a picture that is
   * already stored only once. Faults: `refused` in plain words for a file that is no PNG, JPEG or WebP, or is too
   * large.
   */
  keep(picture: Blob): Promise<Reply<Attachment, Fault>>
  /** A picture as a `data:` address, which the content security policy of both hosts allows for images. */
  show(hash: ContentHash): Promise<Reply<string, Fault>>
}

/** Pictures in memory; the least recently used one is dropped first. */
const MOST_HELD = 40

export function createPictures(link: EngineLink): Pictures {
  const held = new Map<ContentHash, Promise<Reply<string, Fault>>>()

  function hold(hash: ContentHash, address: Promise<Reply<string, Fault>>): Promise<Reply<string, Fault>> {
    held.delete(hash)
    held.set(hash, address)
    const oldest = held.size > MOST_HELD ? held.keys().next().value : undefined
    if (oldest !== undefined) held.delete(oldest)
    return address
  }

  return {
    async keep(picture) {
      const problem = await unwelcome(picture)
      if (problem !== undefined) return fail({ kind: 'refused', message: problem })
      const hash = await hashOf(picture)
      const kept = await send(link, hash, picture)
      if (kept.ok) hold(hash, addressOf(picture, kept.value.type).then(ok))
      return kept
    },
    show(hash) {
      const known = held.get(hash)
      if (known !== undefined) return hold(hash, known)
      const asked = fetchWhole(link, hash)
      // A failed read may succeed the next time.
      void asked.then(reply => reply.ok || held.delete(hash))
      return hold(hash, asked)
    },
  }
}

async function unwelcome(picture: Blob): Promise<string | undefined> {
  const head = new Uint8Array(await picture.slice(0, 16).arrayBuffer())
  if (pictureType(head) === undefined) return texts.pictures.types
  if (picture.size <= PICTURE_LIMIT) return undefined
  return t(texts.pictures.tooLarge, { size: megabytes(picture.size), most: megabytes(PICTURE_LIMIT) })
}

function megabytes(bytes: number): string {
  return (bytes / 1024 ** 2).toFixed(bytes % 1024 ** 2 === 0 ? 0 : 1)
}

async function hashOf(picture: Blob): Promise<ContentHash> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await picture.arrayBuffer()))
  return Array.from(digest, byte => byte.toString(16).padStart(2, '0')).join('') as ContentHash
}

async function send(link: EngineLink, hash: ContentHash, picture: Blob): Promise<Reply<Attachment, Fault>> {
  const { size } = picture
  // If the engine has less than we sent, it was restarted, and the upload starts again: not for ever.
  for (let offset = 0, tries = 0; tries < 4 * Math.ceil(size / PIECE); tries += 1) {
    const data = await base64(picture.slice(offset, offset + PIECE))
    const reply = await link.call('attachments:keep', { hash, size, offset, data })
    if (!reply.ok) return reply
    if (reply.value.attachment !== null) return ok(reply.value.attachment)
    offset = reply.value.have
  }
  return fail({ kind: 'refused', message: texts.pictures.notArrived })
}

async function fetchWhole(link: EngineLink, hash: ContentHash): Promise<Reply<string, Fault>> {
  let [data, type, size] = ['', '', Number.POSITIVE_INFINITY]
  for (let offset = 0; offset < size; offset += PIECE) {
    const reply = await link.call('attachments:read', { hash, offset })
    if (!reply.ok) return reply
    data += reply.value.data
    ;({ type, size } = reply.value)
  }
  return ok(`data:${type};base64,${data}`)
}

async function addressOf(picture: Blob, type: string): Promise<string> {
  return `data:${type};base64,${await base64(picture)}`
}

function base64(bytes: Blob): Promise<string> {
  return new Promise((done, refuse) => {
    const reader = new FileReader()
    reader.onload = () => {
      const text = String(reader.result)
      done(text.slice(text.indexOf(',') + 1))
    }
    reader.onerror = () => refuse(reader.error ?? new Error('The picture could not be read'))
    reader.readAsDataURL(bytes)
  })
}
