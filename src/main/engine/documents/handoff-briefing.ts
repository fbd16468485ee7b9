import type { HandoffContent, HandoffDeadline } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import { crew } from './handoff-crew'
import { html, type Markup } from './markup'
import { verdictMeaning } from './meanings'
import { moment } from './moment'
import * as words from './words'

/** What the next commander reads in the first minute: impact, strategy, deadlines, last words to customers, roles. */
export function briefing(content: HandoffContent): Markup {
  return html`<section class="impact"><h2>Impact now</h2>${statement(content.impact, words.absent.impact)}</section>
<div class="split">
<section class="strategy"><h2>What is being done</h2>${strategy(content)}</section>
<div class="due">
${content.deadlines.map(one => html`${deadline(one, content)}\n`)}${lastWords(content)}
</div>
</div>
<section><h2>Who does what</h2>${crew(content)}</section>`
}

function statement(text: string, none: string): Markup {
  return text === '' ? html`<p class="none">${none}</p>` : html`<p class="text" dir="auto">${text}</p>`
}

function strategy({ lastCheckpoint, writtenAt }: HandoffContent): Markup {
  if (lastCheckpoint === null) return html`<p class="none">${words.absent.checkpoint}</p>`
  const { answers, verdict, heldAt, by } = lastCheckpoint
  const answer = (name: string, text: string) => html`<dt>${name}</dt><dd>${statement(text, words.absent.answer)}</dd>`
  return html`<dl class="answers">
${answer('Being tried', answers.trying)}
${answer('Rollback plan', answers.rollbackPlan)}
${answer('Tried before', answers.tried)}
${answer('Still impacted', answers.stillImpacted)}
${answer('More people', answers.morePeople)}
<dt>Verdict</dt><dd><span class="verdict ${verdict}">${verdict}</span> ${verdictMeaning[verdict]}</dd>
</dl>
<p class="source">From the checkpoint of ${moment(heldAt, words.momentWords(heldAt, writtenAt))}, held by <bdi>${actorName(by)}</bdi></p>`
}

function deadline(one: HandoffDeadline, { writtenAt }: HandoffContent): Markup {
  const [name, due, none] = [words.deadlineName(one), one.due, words.absent.deadlines[one.kind]]
  if (due === null) return html`<section class="card"><h2>${name}</h2><p class="none">${none}</p></section>`
  return html`<section class="card${due.overdue ? ' overdue' : ''}"><h2>${name}</h2>
<p class="clock">${moment(due.at, words.momentWords(due.at, writtenAt))}</p>
<p class="source">${words.dueWords(due, writtenAt)}</p></section>`
}

function lastWords({ lastUpdate, writtenAt }: HandoffContent): Markup {
  if (lastUpdate === null) {
    return html`<section class="card"><h2>Customers read last</h2><p class="none">${words.absent.told}</p></section>`
  }
  const { channel, body } = lastUpdate
  return html`<section class="card"><h2>Customers read last</h2>
<blockquote dir="auto">${body}</blockquote>
<p class="source"><bdi>${channel}</bdi>, ${words.toldWords(lastUpdate, writtenAt)}</p></section>`
}
