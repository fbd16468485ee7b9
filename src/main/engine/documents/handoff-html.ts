import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import { utcClock } from '../../../shared/lib/time'
import { gapsInWords, lookedAtInWords } from './gaps'
import { briefing } from './handoff-briefing'
import { colleaguesLedger, entryList, fullTimeline, knownFacts, ledger, linkList, pageList } from './handoff-record'
import { handoffStyle } from './handoff-style'
import { html, type Markup, nothing } from './markup'
import { statusMeaning } from './meanings'
import { moment } from './moment'
import { type PictureBytes, picturesInside, picturesNeed } from './pictures'
import { sourcesHtml, sourcesStyle, unreachedInWords } from './sources'
import * as words from './words'

/** No script, no request: even if some text got through, the page could do nothing with it. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** The handoff as one HTML page: the briefing first, the record behind it. */
export function handoffPage(content: HandoffContent, picture: PictureBytes): string {
  const { title, severity } = content
  const pictures = picturesNeed(content.timeline)
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy + pictures.policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>Handoff: ${severity} ${title}</title>
<style>${{ markup: handoffStyle + sourcesStyle(content) + pictures.style }}</style>
</head>
<body>
<main class="${content.resolvedAt === null ? 'running' : 'over'}">
${head(content)}
${missing(content)}
${briefing(content)}
${sourcesHtml(content)}${record(content, picture)}
</main>
<footer>Written by Quarterdeck from the log of this incident. All times are UTC.</footer>
</body>
</html>
`.markup
}

function head(content: HandoffContent): Markup {
  const { drill, severity, status, title, writtenAt, declaredAt, declaredBy, roles } = content
  const unreached = unreachedInWords(content)
  return html`<header>
${drill ? html`<p class="drill">Drill: none of this is real</p>` : nothing}
<p class="kicker">Incident handoff <span>as of ${moment(writtenAt, `${utcClock(writtenAt)} UTC, ${words.dayWords(writtenAt)}`)}</span></p>
<h1><span class="badge ${severity.toLowerCase()}">${severity}</span> <bdi>${title}</bdi></h1>
<dl class="strip">
<div><dt>Status</dt><dd>${status}<small>${statusMeaning[status]}</small></dd></div>
<div><dt>Commander</dt><dd><bdi>${words.commander(roles)}</bdi></dd></div>
<div><dt>Declared</dt><dd>${moment(declaredAt, words.momentWords(declaredAt, writtenAt))}<small>by <bdi>${actorName(declaredBy)}</bdi>, ${words.elapsedWords(content)}</small></dd></div>
</dl>
${
  unreached === ''
    ? nothing
    : html`<p class="unreached">${unreached}</p>
`
}</header>`
}

function missing(content: HandoffContent): Markup {
  const gaps = gapsInWords(content)
  if (gaps.length === 0) {
    return html`<section class="gaps whole"><h2>Nothing was found missing</h2><p>${lookedAtInWords(content)}</p></section>`
  }
  const items = gaps.map(({ name, advice }) => html`<li><strong>${name}</strong> ${advice}</li>`)
  return html`<section class="gaps"><h2>Missing: ${gaps.length}</h2><ul>${items}</ul><p class="looked">${lookedAtInWords(content)}</p></section>`
}

function record(content: HandoffContent, picture: PictureBytes): Markup {
  const { decisions, keyLines, todos, writtenAt } = content
  return html`<div class="columns">
<section><h2>Decisions</h2>${entryList(decisions, writtenAt, words.absent.decisions)}</section>
<section><h2>Key lines</h2>${entryList(keyLines, writtenAt, words.absent.keyLines)}</section>
<section><h2>To do</h2>${entryList(todos, writtenAt, words.absent.todos)}</section>
<section><h2>Links</h2>${linkList(content)}</section>
<section><h2>What is known</h2>${knownFacts(content)}</section>
<section><h2>Linked pages</h2>${pageList(content)}</section>
</div>
<section><h2>What customers were told</h2>${ledger(content)}</section>
${colleaguesLedger(content)}<section><h2>Timeline</h2>${fullTimeline(content.timeline, picturesInside(content.timeline, picture))}</section>`
}
