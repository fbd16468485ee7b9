import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { RoleSlot } from '../../../shared/domain/responders'
import { rollAnswersText } from '../../../shared/events/roll-called'
import type { Millis } from '../../../shared/lib/time'
import { absent, type Block, type Cell, type Fact, type InlineText, type List, moment, typed } from './blocks'
import * as texts from './handoff-texts'

/** Roles with their holders and deputies, sub-teams, who held a role before, and the last roll call. */
export function responders(content: HandoffContent): readonly Block[] {
  return [
    {
      block: 'table',
      columns: ['Role', 'Who', '', 'Deputy'],
      rows: content.roles.map(slot => roleRow(slot, content.writtenAt)),
    },
    { block: 'facts', look: 'answers crew', facts: [subTeams(content), formerHolders(content), rollCall(content)] },
  ]
}

function roleRow({ name, held, deputy }: RoleSlot, writtenAt: Millis): readonly Cell[] {
  const nobody = (absence: 'loud' | 'quiet'): Cell => ({ line: [texts.nobody], absent: absence })
  return [
    { line: [typed(name)] },
    held === null ? nobody('loud') : { line: [typed(held.responder.name)] },
    { line: held === null ? [] : [texts.holderText(held, writtenAt)] },
    deputy === null ? nobody('quiet') : { line: [typed(deputy.responder.name)] },
  ]
}

const listed = (items: readonly InlineText[], none: string): List => ({ block: 'list', look: 'plain', items, none })

function subTeams({ teams, writtenAt }: HandoffContent): Fact {
  const items = teams.map(({ name, lead, members, since }): InlineText => {
    const with_ = members.flatMap((member, at) => [at === 0 ? ' with ' : ', ', typed(member.name)])
    const from = moment(since, texts.momentText(since, writtenAt))
    return [typed(name), ': ', typed(lead.name), ' leads', ...with_, ', since ', from]
  })
  return { name: 'Sub-teams', value: listed(items, texts.absences.teams) }
}

function formerHolders({ formerHolders: former, writtenAt }: HandoffContent): Fact {
  const items = former.map(
    (one): InlineText => [
      typed(texts.formerRole(one.name)),
      ': ',
      typed(one.responder.name),
      `, ${texts.formerText(one, writtenAt)}`,
    ],
  )
  return { name: 'Held before', value: listed(items, texts.absences.formerHolders) }
}

function rollCall({ rollCall: last, writtenAt }: HandoffContent): Fact {
  if (last === null) return { name: 'Last roll call', value: absent(texts.absences.rollCall, 'quiet') }
  const answers = rollAnswersText(last.lines)
  return {
    name: 'Last roll call',
    value: [moment(last.at, texts.momentText(last.at, writtenAt)), ', ', typed(answers)],
  }
}
