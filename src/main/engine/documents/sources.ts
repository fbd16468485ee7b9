import { type NotedWords, notedWords } from '../../../shared/contract/noted-words'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { NotedSource } from '../../../shared/domain/noted-source'
import { roughSpan } from '../../../shared/lib/time'
import { english } from '../../../shared/texts/english'
import { t } from '../../../shared/texts/t'
import { inline } from './markdown-text'
import { html, type Markup, nothing } from './markup'
import { momentWords } from './words'

/** [HC3] What other systems showed when the document was written, or last before it. */

const texts = english.handoff.sources

/** Undefined: nobody noted any, as in handoffs of earlier versions. */
function sourcesInWords({ sources, writtenAt }: HandoffContent): readonly NotedWords[] | undefined {
  const writing = { texts, time: (at: number) => momentWords(at, writtenAt), span: roughSpan }
  return sources?.map(source => notedWords(source, writtenAt, writing))
}

/** In front of the document; empty: all that is connected could be read. */
export function unreachedInWords(content: HandoffContent): string {
  // Who is on call is asked when somebody wants to know it: that nobody asked is no failure.
  const isUnasked = ({ what, reason }: NotedSource) => what === 'on-call' && reason === ''
  const sources = content.sources?.filter(source => !isUnasked(source)) ?? null
  const names = (sourcesInWords({ ...content, sources }) ?? []).flatMap(({ name, as }) => (as === 'now' ? [] : [name]))
  return names.length === 0 ? '' : t(texts.notReached, { names: names.join('; ') })
}

/** As a section's body; undefined: the document has no such section. */
export function sourcesMarkdown(content: HandoffContent): string | undefined {
  const sources = sourcesInWords(content)
  if (sources === undefined) return undefined
  if (sources.length === 0) return texts.noSources
  return sources.map(sourceMarkdown).join('\n')
}

function sourceMarkdown({ name, standing, as, values, more }: NotedWords): string {
  const said = as === 'now' ? inline(standing) : `**${inline(standing)}**`
  const items = values.map(one => `  - ${inline(one.name)}: ${inline(one.value)}`)
  return [`- **${inline(name)}:** ${said}`, ...items, ...(more === '' ? [] : [`  - ${more}`])].join('\n')
}

export function sourcesHtml(content: HandoffContent): Markup {
  const sources = sourcesInWords(content)
  if (sources === undefined) return nothing
  const list =
    sources.length === 0
      ? html`<p class="quiet">${texts.noSources}</p>`
      : html`<dl class="sources">${sources.map(sourceHtml)}</dl>`
  return html`<section><h2>${texts.title}</h2>${list}</section>
`
}

function sourceHtml({ name, standing, as, values, more }: NotedWords): Markup {
  const items = values.map(one => html`<li><bdi>${one.name}</bdi>: <bdi>${one.value}</bdi></li>`)
  const rest = more === '' ? nothing : html`<li>${more}</li>`
  const list = values.length === 0 ? nothing : html`<ul>${items}${rest}</ul>`
  return html`<div class="card ${as}"><dt><bdi>${name}</bdi></dt><dd class="source"><bdi>${standing}</bdi></dd><dd>${list}</dd></div>
`
}

/** Only where it is needed: a document without it stays as it was. */
export function sourcesStyle({ sources }: HandoffContent): string {
  return sources === null ? '' : style
}

const style = `.sources { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: .6rem; margin: 0; }
.sources dt { font-weight: 620; font-size: .92rem; color: var(--ink); }
.sources ul { margin: .3rem 0 0; padding-left: 1.1rem; font-size: .9rem; }
.sources .last-known, .sources .never { border-style: dashed; }
.sources .last-known ul { color: var(--soft); }
.sources .last-known .source, .sources .never .source { color: var(--warn); font-weight: 600; }
.unreached { margin-top: .4rem; color: var(--warn); font-weight: 600; }
`
