import { unreachable } from '../../../shared/lib/unreachable'
import type {
  Block,
  Callout,
  Cards,
  Cell,
  DocumentTree,
  EntryLine,
  Fact,
  FactsBlock,
  Inline,
  InlineText,
  Quotation,
  Section,
  Table,
  TimelineBlock,
} from './blocks'
import { documentStyle } from './html-style'
import { webAddress } from './markdown-text'
import { html, type Markup, nothing } from './markup'
import { type DrawPictures, type PictureBytes, picturesInside } from './pictures'

/** No script, no request: even if some text got through, the page could do nothing with it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The document as one HTML page with its style inside: it opens anywhere, without a network. */
export function writeHtml(tree: DocumentTree, bytes: PictureBytes): string {
  const { pictures, some } = picturesInside(tree.blocks, bytes)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: some ? `${policy}; img-src data:` : policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${tree.title}</title>
<style>${{ markup: documentStyle }}</style>
</head>
<body>
<main class="${tree.over ? 'over' : 'running'}">
${head(tree)}
${blocks(tree.blocks, pictures)}
</main>
<footer>${tree.footer}</footer>
</body>
</html>
`.markup
}

function head({ banner, kind, asOf, badge, heading, strip, warning, age }: DocumentTree): Markup {
  return html`<header>
${banner === null ? nothing : html`<p class="drill">${banner}</p>`}
<p class="kicker">${kind} <span>as of ${inline(asOf)}</span></p>
<h1><span class="badge ${badge.look}">${badge.text}</span> ${inline(heading)}</h1>
<dl class="strip">
${strip.map(fact => html`${stripCell(fact)}<dt>${inline(fact.name)}</dt><dd>${value(fact)}${small(fact.note)}</dd></div>\n`)}</dl>
<p class="age">${line(age)}</p>
${warning === null ? nothing : html`<p class="unreached">${warning}</p>\n`}</header>`
}

const stripCell = ({ look }: Fact) => (look === undefined ? html`<div>` : html`<div class="${look}">`)

const small = (note: InlineText | undefined) => (note === undefined ? nothing : html`<small>${line(note)}</small>`)

function blocks(all: readonly Block[], pictures: DrawPictures): Markup {
  return { markup: all.map(one => block(one, pictures).markup).join('\n') }
}

function block(one: Block, pictures: DrawPictures): Markup {
  switch (one.block) {
    case 'section':
      return section(one, pictures)
    case 'first-page':
      return html`<div class="first-page">\n${blocks(one.blocks, pictures)}\n</div>`
    case 'columns':
      return html`<div class="${one.look}">\n${blocks(one.blocks, pictures)}\n</div>`
    case 'callout':
      return callout(one)
    case 'facts':
      return facts(one)
    case 'cards':
      return cards(one)
    case 'table':
      return table(one)
    case 'list':
      return one.items.length === 0
        ? none(one.none)
        : html`<ul class="${one.look}">${one.items.map(item => html`<li>${line(item)}</li>`)}</ul>`
    case 'quotations':
      return one.quotations.length === 0
        ? none(one.none)
        : html`<ol class="ledger">${one.quotations.map(quotation)}</ol>`
    case 'lines':
      return one.lines.length === 0
        ? none(one.none)
        : html`<ul class="lines">${one.earlier === undefined ? nothing : html`<li>${line(one.earlier)}</li>`}${one.lines.map(entry => html`<li>${inline(entry.at)} ${wording(entry)}</li>`)}</ul>`
    case 'timeline':
      return timeline(one, pictures)
    case 'text':
      return html`<p class="text" dir="auto">${one.text}</p>`
    case 'absent':
      return one.tone === 'loud' ? html`<p class="none">${one.text}</p>` : none(one.text)
    default:
      return unreachable(one)
  }
}

const none = (text: string) => html`<p class="quiet">${text}</p>`

function section({ title, look, blocks: inside }: Section, pictures: DrawPictures): Markup {
  const begin = look === undefined ? html`<section>` : html`<section class="${look}">`
  return html`${begin}<h2>${title}</h2>${blocks(inside, pictures)}</section>`
}

function callout({ tone, title, items, note }: Callout): Markup {
  if (tone === 'good') return html`<section class="gaps whole"><h2>${title}</h2><p>${note}</p></section>`
  const list = items.map(({ name, advice }) => html`<li><strong>${name}</strong> ${advice}</li>`)
  return html`<section class="gaps"><h2>${title}</h2><ul>${list}</ul><p class="looked">${note}</p></section>`
}

function facts({ look, facts: all, source }: FactsBlock): Markup {
  const from = source === undefined ? nothing : html`\n<p class="source">${line(source)}</p>`
  return html`<dl class="${look}">\n${all.map(fact => html`${look === 'sources' ? card(fact) : named(fact)}\n`)}</dl>${from}`
}

function named(fact: Fact): Markup {
  return html`<dt>${inline(fact.name)}</dt><dd>${value(fact)}${small(fact.note)}</dd>`
}

function card({ name, note, look, ...fact }: Fact): Markup {
  const said = note === undefined ? nothing : html`<dd class="source">${line(note)}</dd>`
  return html`<div class="${cardLook(look)}"><dt>${inline(name)}</dt>${said}<dd>${value({ name, ...fact })}</dd></div>`
}

function value({ value: one }: Fact): Markup {
  if (!('block' in one)) return line(one)
  if (one.block !== 'list') return block(one, () => nothing)
  if (one.items.length === 0) return one.none === '' ? nothing : none(one.none)
  return html`<ul>${one.items.map(item => html`<li>${line(item)}</li>`)}</ul>`
}

const cardLook = (look: string | undefined) => (look === undefined ? 'card' : `card ${look}`)

/** Each with a title of its own; a heading above them would say less. */
function cards({ cards: all }: Cards): Markup {
  const drawn = all.map(fact => {
    const shown = 'block' in fact.value ? value(fact) : html`<p class="clock">${line(fact.value)}</p>`
    const said = fact.note === undefined ? nothing : html`\n<p class="source">${line(fact.note)}</p>`
    return html`<section class="${cardLook(fact.look)}"><h2>${inline(fact.name)}</h2>${shown}${said}</section>`.markup
  })
  return { markup: drawn.join('\n') }
}

function table({ columns, rows }: Table): Markup {
  return html`<dl class="roles">${rows.map(row => html`<div class="card">${row.map((cell, at) => tableCell(cell, at, columns))}</div>`)}</dl>`
}

function tableCell({ line: cell, absent }: Cell, at: number, columns: readonly string[]): Markup {
  if (at === 0) return html`<dt>${line(cell)}</dt>`
  if (absent === 'loud') return html`<dd class="none">${line(cell)}</dd>`
  if (absent === 'quiet' || cell.length === 0) return nothing
  if (at === 1) return html`<dd>${line(cell)}</dd>`
  const label = columns[at] === '' ? '' : `${columns[at]?.toLowerCase()} `
  return html`<dd class="source">${label}${line(cell)}</dd>`
}

function quotation({ title, tag, look, text, source }: Quotation): Markup {
  const named =
    title === null ? nothing : html`<p><strong>${inline(title)}</strong> <span class="tag">${tag}</span></p>\n`
  return html`<li class="${look}">${named}<blockquote dir="auto">${text}</blockquote>
<p class="source">${line(source)}</p></li>`
}

function timeline({ days, none: empty }: TimelineBlock, pictures: DrawPictures): Markup {
  if (days.length === 0) return none(empty)
  const rows = days.map(
    ({ day, lines }) => html`<li class="day">${day}</li>\n${lines.map(entry => timelineRow(entry, pictures))}`,
  )
  return html`<ol class="timeline">${rows}</ol>`
}

function timelineRow(entry: EntryLine, pictures: DrawPictures): Markup {
  const marks = `${entry.kind}${entry.pinned ? ' pinned' : ''}${entry.automatic ? ' automatic' : ''}`
  return html`<li class="${marks}">${inline(entry.at)}<span class="kind">${entry.kind}</span><div>${wording(entry)}${pictures(entry)}</div></li>
`
}

function wording({ text, by, struck, notes, earlier }: EntryLine): Markup {
  const texts = struck
    ? html`<del class="text" dir="auto">${text}</del>`
    : html`<span class="text" dir="auto">${text}</span>`
  const said = notes.map(note => html`<small class="earlier">${line(note)}</small>`)
  const before = earlier.map(one => html`<small class="earlier">earlier: <del dir="auto">${one}</del></small>`)
  return html`${texts} <span class="by"><bdi>${by}</bdi></span>${said}${before}`
}

function line(pieces: InlineText): Markup {
  return { markup: pieces.map(piece => inline(piece).markup).join('') }
}

function inline(piece: Inline): Markup {
  if (typeof piece === 'string') return html`${piece}`
  if ('typed' in piece) return html`<bdi>${piece.typed}</bdi>`
  if ('at' in piece) return html`<time datetime="${new Date(piece.at).toISOString()}">${piece.shown}</time>`
  if ('small' in piece) return html`<small>${line(piece.small)}</small>`
  if ('strong' in piece) {
    return piece.look === undefined
      ? html`<strong>${line(piece.strong)}</strong>`
      : html`<span class="${piece.look}">${line(piece.strong)}</span>`
  }
  const address = webAddress(piece.url)
  if (address === null) return html`<bdi>${piece.link}</bdi>`
  return html`<a href="${address}" rel="noopener noreferrer"><bdi>${piece.link}</bdi></a>`
}
