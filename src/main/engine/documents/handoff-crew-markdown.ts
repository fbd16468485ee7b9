import type { Seat } from '../../../shared/domain/crew'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { rollCallWords } from '../../../shared/domain/roll-call'
import type { Millis } from '../../../shared/lib/time'
import { inline } from './markdown-text'
import * as words from './words'

/** Roles with their holders and deputies, sub-teams, who held a role before, and the last roll call. */
export function whoDoesWhat(content: HandoffContent): string {
  const { roles, writtenAt } = content
  const rows = roles.map(seat => seatRow(seat, writtenAt))
  const table = ['| Role | Who | | Deputy |', '|---|---|---|---|', ...rows].join('\n')
  return `${table}\n\n${[teams(content), formerHolders(content), rollCall(content)].join('\n')}`
}

function seatRow({ name, held, deputy }: Seat, writtenAt: Millis): string {
  const standsIn = deputy === null ? words.nobody : inline(deputy.responder.name)
  if (held === null) return `| ${inline(name)} | **${words.nobody}** | | ${standsIn} |`
  return `| ${inline(name)} | ${inline(held.responder.name)} | ${words.holderWords(held, writtenAt)} | ${standsIn} |`
}

function listed(title: string, items: readonly string[], none: string): string {
  if (items.length === 0) return `- **${title}:** ${none}`
  return [`- **${title}:**`, ...items.map(item => `  - ${item}`)].join('\n')
}

function teams({ teams: standing, writtenAt }: HandoffContent): string {
  const items = standing.map(({ name, lead, members, since }) => {
    const led = members.length === 0 ? '' : ` with ${members.map(member => inline(member.name)).join(', ')}`
    return `${inline(name)}: ${inline(lead.name)} leads${led}, since ${words.momentWords(since, writtenAt)}`
  })
  return listed('Sub-teams', items, words.absent.teams)
}

function formerHolders({ formerHolders: former, writtenAt }: HandoffContent): string {
  const items = former.map(
    one => `${inline(words.formerRole(one.name))}: ${inline(one.responder.name)}, ${words.formerWords(one, writtenAt)}`,
  )
  return listed('Held before', items, words.absent.formerHolders)
}

function rollCall({ rollCall: last, writtenAt }: HandoffContent): string {
  if (last === null) return `- **Last roll call:** ${words.absent.rollCall}`
  const said = rollCallWords(last.lines).replace('Roll call: ', '')
  return `- **Last roll call:** ${words.momentWords(last.at, writtenAt)}, ${inline(said)}`
}
