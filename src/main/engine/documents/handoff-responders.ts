import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { TeamId } from '../../../shared/domain/ids'
import { reportDueAt, reportsOf } from '../../../shared/domain/lead-reports'
import type { Assignment } from '../../../shared/domain/people'
import type { RoleSlot } from '../../../shared/domain/responders'
import { rollAnswersText } from '../../../shared/events/roll-called'
import type { Millis } from '../../../shared/lib/time'
import {
  absent,
  type Cell,
  type Fact,
  type FactsBlock,
  type InlineText,
  type List,
  moment,
  type Table,
  typed,
} from './blocks'
import * as texts from './handoff-texts'

/** Who holds each role since when, and who takes it over. */
export function roleTable(content: HandoffContent): Table {
  return {
    block: 'table',
    columns: ['Role', 'Who', '', 'Takes over'],
    rows: content.roles.map(slot => roleRow(slot, content)),
  }
}

/** Sub-teams, who held a role before, and the last roll call. */
export function responders(content: HandoffContent): FactsBlock {
  return { block: 'facts', look: 'answers crew', facts: [subTeams(content), formerHolders(content), rollCall(content)] }
}

const nobody = (absence: 'loud' | 'quiet'): Cell => ({ line: [texts.nobody], absent: absence })

function roleRow({ key, name, held, deputy }: RoleSlot, content: HandoffContent): readonly Cell[] {
  return [
    { line: [typed(name)] },
    held === null ? nobody('loud') : { line: [typed(held.responder.name)] },
    { line: held === null ? [] : [texts.holderText(held, content.writtenAt), ...(key === 'ic' ? giver(content) : [])] },
    key === 'ic' ? nextCommander(content, deputy) : inPlace(deputy),
  ]
}

const inPlace = (deputy: Assignment | null): Cell =>
  deputy === null ? nobody('quiet') : { line: [typed(deputy.responder.name)] }

/** [TC9] The one who is named, who has not accepted yet; a deputy only stands in. */
function nextCommander({ transfer, writtenAt }: HandoffContent, deputy: Assignment | null): Cell {
  if (transfer === null) return deputy === null ? nobody('quiet') : { line: [typed(deputy.responder.name), ', deputy'] }
  const { to, preparedAt } = transfer
  const at = moment(preparedAt, texts.momentText(preparedAt, writtenAt))
  return { line: [typed(to.name), ', named ', at, ', not accepted yet'] }
}

/** [TC5] Who gave command and is still there. */
function giver({ overlap, writtenAt }: HandoffContent): InlineText {
  if (overlap === null) return []
  const { giver: who, until } = overlap
  return [', from ', typed(who.name), ', there until ', moment(until, texts.momentText(until, writtenAt))]
}

const listed = (items: readonly InlineText[], none: string): List => ({ block: 'list', look: 'plain', items, none })

function subTeams(content: HandoffContent): Fact {
  const { teams, writtenAt } = content
  const items = teams.map(({ id, name, lead, members, since }): InlineText => {
    const with_ = members.flatMap((member, at) => [at === 0 ? ' with ' : ', ', typed(member.name)])
    const from = moment(since, texts.momentText(since, writtenAt))
    return [typed(name), ': ', typed(lead.name), ' leads', ...with_, ', since ', from, ...reported(content, id)]
  })
  return { name: 'Sub-teams', value: listed(items, texts.absences.teams) }
}

/** [RC9] What its lead reported last, and when the next report is due. */
function reported(content: HandoffContent, team: TeamId): InlineText {
  const { resolvedAt, writtenAt } = content
  const reports = reportsOf(content, team)
  if (reports === undefined) return []
  const last = reports.reports.at(-1)
  const dueAt = resolvedAt === null ? reportDueAt(reports) : null
  const time = (at: Millis) => moment(at, texts.momentText(at, writtenAt))
  return [
    ...(last === undefined
      ? dueAt === null
        ? []
        : ['; no report yet']
      : ['; reported ', time(last.said.at), ': ', typed(last.text === '' ? 'nothing new' : last.text)]),
    ...(dueAt === null ? [] : ['; next report due ', time(dueAt), ...(dueAt <= writtenAt ? [' (overdue)'] : [])]),
  ]
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
