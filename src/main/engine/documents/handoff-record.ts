import type { HandoffContent, ToldUpdate } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import type { Erasure, Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { type Millis, utcClock } from '../../../shared/lib/time'
import { webAddress } from './markdown-text'
import { html, type Markup, nothing } from './markup'
import { moment } from './moment'
import type { DrawPictures } from './pictures'
import * as words from './words'

/** The record behind the briefing: short lists, the ledger, every line. */

const none = (text: string) => html`<p class="quiet">${text}</p>`

export function entryList(entries: Timeline, writtenAt: Millis, absent: string): Markup {
  if (entries.length === 0) return none(absent)
  const items = entries.map(
    entry => html`<li>${moment(entry.occurredAt, words.momentWords(entry.occurredAt, writtenAt))} ${said(entry)}</li>`,
  )
  return html`<ul class="lines">${items}</ul>`
}

export function pageList({ pages }: HandoffContent): Markup {
  if (pages.length === 0) return none(words.absent.pages)
  const items = pages.map(
    ({ title, service, url }) =>
      html`<li>${webLink(title, url)}${service === null ? nothing : html` <small><bdi>${service}</bdi></small>`}</li>`,
  )
  return html`<ul class="lines">${items}</ul>`
}

export function linkList({ links }: HandoffContent): Markup {
  if (links.length === 0) return none(words.absent.links)
  const items = links.map(({ kind, label, url }) => {
    const number = url.startsWith('https:') ? nothing : html` <small><bdi>${words.dialled(url)}</bdi></small>`
    return html`<li>${words.linkWords(kind)}: ${webLink(label, url)}${number}</li>`
  })
  return html`<ul class="lines">${items}</ul>`
}

export function knownFacts({ services, detected, writtenAt }: HandoffContent): Markup {
  return html`<dl class="answers">
<dt>Services affected</dt><dd><bdi>${services?.length ? services.join(', ') : words.absent.services}</bdi></dd>
<dt>How it was noticed</dt><dd><bdi>${detected === null ? words.absent.detected : words.detectedWords(detected, writtenAt)}</bdi></dd>
</dl>`
}

export function ledger({ told, writtenAt }: HandoffContent): Markup {
  if (told.length === 0) return none(words.absent.told)
  return html`<ol class="ledger">${told.map(update => toldUpdate(update, writtenAt))}</ol>`
}

/** [UP7] Apart from what customers were told; nothing where there is none. */
export function colleaguesLedger({ toldColleagues, writtenAt }: HandoffContent): Markup {
  if (toldColleagues.length === 0) return nothing
  const items = toldColleagues.map(update => toldUpdate(update, writtenAt))
  return html`<section><h2>What colleagues were told</h2><ol class="ledger">${items}</ol></section>
`
}

function toldUpdate(update: ToldUpdate, writtenAt: Millis): Markup {
  const { state, title, url, status, body } = update
  return html`<li class="${state}"><p><strong>${webLink(title, url)}</strong> <span class="tag">${status}</span></p>
<blockquote dir="auto">${body}</blockquote>
<p class="source"><bdi>${words.whereWords(update)}</bdi>, ${words.toldWords(update, writtenAt)}</p></li>`
}

function webLink(text: string, url: string | null): Markup {
  const address = webAddress(url)
  if (address === null) return html`<bdi>${text}</bdi>`
  return html`<a href="${address}" rel="noopener noreferrer"><bdi>${text}</bdi></a>`
}

/** Every line, retracted ones struck out, corrected ones with their earlier wording. */
export function fullTimeline(timeline: Timeline, pictures: DrawPictures): Markup {
  if (timeline.length === 0) return none(words.absent.timeline)
  let day = ''
  const rows: Markup[] = []
  for (const entry of timeline) {
    const today = words.isoDay(entry.occurredAt)
    if (today !== day) rows.push(html`<li class="day">${words.dayWords(entry.occurredAt)}</li>\n`)
    day = today
    rows.push(timelineRow(entry, pictures))
  }
  return html`<ol class="timeline">${rows}</ol>`
}

function timelineRow(entry: TimelineEntry, pictures: DrawPictures): Markup {
  const marks = `${entry.kind}${entry.pinned ? ' pinned' : ''}${entry.automatic ? ' automatic' : ''}`
  return html`<li class="${marks}">${moment(entry.occurredAt, utcClock(entry.occurredAt))}<span class="kind">${entry.kind}</span><div>${said(entry)}${pictures(entry)}</div></li>
`
}

function said({ text, by, earlier, retraction, erasure }: TimelineEntry): Markup {
  const before = earlier.map(
    wording => html`<small class="earlier">earlier: <del dir="auto">${wording.text}</del></small>`,
  )
  const who = html`<span class="by"><bdi>${actorName(by)}</bdi></span>`
  const gone = erasure === undefined ? nothing : takenBy('erased', erasure)
  if (retraction === null) return html`<span class="text" dir="auto">${text}</span> ${who}${gone}${before}`
  return html`<del class="text" dir="auto">${text}</del> ${who}${takenBy('retracted', retraction)}${gone}${before}`
}

function takenBy(how: 'erased' | 'retracted', { by, reason }: Pick<Erasure, 'by' | 'reason'>): Markup {
  const why = reason === '' ? nothing : html`: <bdi>${reason}</bdi>`
  return html`<small class="earlier">${how} by <bdi>${actorName(by)}</bdi>${why}</small>`
}
