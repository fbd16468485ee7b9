import type { Attachment } from '../../../shared/domain/attachment'
import type { ContentHash } from '../../../shared/domain/ids'
import type { Block, EntryLine } from './blocks'
import { html, type Markup, nothing } from './markup'

/** All of a picture's bytes; undefined where it is not on this machine. */
export type PictureBytes = (hash: ContentHash) => Uint8Array | undefined

/** Bytes of pictures in one document, so that it can still be sent by mail; what is over is named, not shown. */
const INSIDE_LIMIT = 12 * 1024 * 1024

/** The pictures of a line, drawn below it. */
export type DrawPictures = (entry: EntryLine) => Markup

/** [HD11] Carries the pictures of a document inside the page, the earliest first, each once. `some`: there are any. */
export function picturesInside(
  blocks: readonly Block[],
  bytes: PictureBytes,
): { readonly pictures: DrawPictures; readonly some: boolean } {
  const all = blocks.flatMap(picturesOf)
  const inside = new Map<ContentHash, string>()
  let room = INSIDE_LIMIT
  for (const { hash, type, size } of all) {
    if (inside.has(hash) || size > room) continue
    const content = bytes(hash)
    if (content === undefined) continue
    room -= size
    inside.set(hash, `data:${type};base64,${Buffer.from(content).toString('base64')}`)
  }
  const pictures: DrawPictures = entry =>
    entry.pictures.length === 0
      ? nothing
      : html`<div class="pictures">${entry.pictures.map(({ hash }) => onePicture(hash, inside.get(hash), entry.text))}</div>`
  return { pictures, some: all.length > 0 }
}

function picturesOf(one: Block): readonly Attachment[] {
  if (one.block === 'section' || one.block === 'columns' || one.block === 'first-page')
    return one.blocks.flatMap(picturesOf)
  return one.block === 'timeline' ? one.days.flatMap(({ lines }) => lines.flatMap(({ pictures }) => pictures)) : []
}

function onePicture(hash: ContentHash, source: string | undefined, text: string): Markup {
  if (source === undefined)
    return html`<small>Picture ${hash.slice(0, 12)} is kept with the incident, not in this file.</small>`
  return html`<img src="${source}" alt="${`Picture: ${text}`}">`
}
