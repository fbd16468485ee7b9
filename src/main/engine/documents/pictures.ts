import type { Attachment } from '../../../shared/domain/attachment'
import type { ContentHash } from '../../../shared/domain/ids'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { html, type Markup, nothing } from './markup'

/** All of a picture's bytes; undefined where it is not on this machine. */
export type PictureBytes = (hash: ContentHash) => Uint8Array | undefined

/** Bytes of pictures in one document, so that it can still be sent by mail; what is over is named, not shown. */
const INSIDE_LIMIT = 12 * 1024 * 1024

/** The pictures of a line as they stand below it. */
export type DrawPictures = (entry: TimelineEntry) => Markup

/** [HD11] Carries the pictures of a timeline inside the page, the earliest first, each once. */
export function picturesInside(timeline: Timeline, bytes: PictureBytes): DrawPictures {
  const inside = new Map<ContentHash, string>()
  let room = INSIDE_LIMIT
  for (const { hash, type, size } of timeline.flatMap(standing)) {
    if (inside.has(hash) || size > room) continue
    const content = bytes(hash)
    if (content === undefined) continue
    room -= size
    inside.set(hash, `data:${type};base64,${Buffer.from(content).toString('base64')}`)
  }
  return entry => {
    const pictures = standing(entry)
    if (pictures.length === 0) return nothing
    return html`<div class="pictures">${pictures.map(({ hash }) => onePicture(hash, inside.get(hash), entry.text))}</div>`
  }
}

/** What a page needs that has pictures: leave to show what is inside it, and their style. Nothing for any other. */
export function picturesNeed(timeline: Timeline): { readonly policy: string; readonly style: string } {
  const some = timeline.some(entry => standing(entry).length > 0)
  return some ? { policy: '; img-src data:', style } : { policy: '', style: '' }
}

const style = `.pictures { display: grid; gap: .5rem; padding: .35rem 0; }
.pictures img { max-width: 100%; border: 1px solid var(--line); border-radius: 6px; }
`

/** What was retracted is struck out; a picture cannot be, so it is left out. */
function standing({ attachments, retraction }: TimelineEntry): readonly Attachment[] {
  return retraction === null ? attachments : []
}

function onePicture(hash: ContentHash, source: string | undefined, text: string): Markup {
  if (source === undefined)
    return html`<small>Picture ${hash.slice(0, 12)} is kept with the incident, not in this file.</small>`
  return html`<img src="${source}" alt="${`Picture: ${text}`}">`
}
