import type { Seat } from '../../../shared/domain/crew'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { rollCallWords } from '../../../shared/domain/roll-call'
import type { Millis } from '../../../shared/lib/time'
import { html, type Markup, nothing } from './markup'
import { moment } from './moment'
import * as words from './words'

/** A card for each role, and below them sub-teams, who held a role before, and the last roll call. */
export function crew(content: HandoffContent): Markup {
  const { roles, writtenAt } = content
  return html`<dl class="roles">${roles.map(seat => seatCard(seat, writtenAt))}</dl>
<dl class="answers crew">
<dt>Sub-teams</dt><dd>${teams(content)}</dd>
<dt>Held before</dt><dd>${formerHolders(content)}</dd>
<dt>Last roll call</dt><dd>${rollCall(content)}</dd>
</dl>`
}

function seatCard({ name, held, deputy }: Seat, writtenAt: Millis): Markup {
  const who =
    held === null ? html`<dd class="none">${words.nobody}</dd>` : html`<dd><bdi>${held.responder.name}</bdi></dd>`
  const since = held === null ? nothing : html`<dd class="source">${words.holderWords(held, writtenAt)}</dd>`
  const standsIn = deputy === null ? nothing : html`<dd class="source">deputy <bdi>${deputy.responder.name}</bdi></dd>`
  return html`<div class="card"><dt>${name}</dt>${who}${since}${standsIn}</div>`
}

function teams({ teams: standing, writtenAt }: HandoffContent): Markup {
  if (standing.length === 0) return html`<p class="quiet">${words.absent.teams}</p>`
  const items = standing.map(({ name, lead, members, since }) => {
    const led = members.map((member, at) => html`${at === 0 ? ' with ' : ', '}<bdi>${member.name}</bdi>`)
    const from = moment(since, words.momentWords(since, writtenAt))
    return html`<li><bdi>${name}</bdi>: <bdi>${lead.name}</bdi> leads${led}, since ${from}</li>`
  })
  return html`<ul>${items}</ul>`
}

function formerHolders({ formerHolders: former, writtenAt }: HandoffContent): Markup {
  if (former.length === 0) return html`<p class="quiet">${words.absent.formerHolders}</p>`
  const items = former.map(
    one =>
      html`<li><bdi>${words.formerRole(one.name)}</bdi>: <bdi>${one.responder.name}</bdi>, ${words.formerWords(one, writtenAt)}</li>`,
  )
  return html`<ul>${items}</ul>`
}

function rollCall({ rollCall: last, writtenAt }: HandoffContent): Markup {
  if (last === null) return html`<p class="quiet">${words.absent.rollCall}</p>`
  const said = rollCallWords(last.lines).replace('Roll call: ', '')
  return html`<p>${moment(last.at, words.momentWords(last.at, writtenAt))}, <bdi>${said}</bdi></p>`
}
