import type { HandoffAudience, HandoffContent } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import type { Millis } from '../../../shared/lib/time'
import { type Block, type Fact, type InlineText, moment, section, typed } from './blocks'
import { dueText, momentText } from './handoff-texts'

/** [AU11] When each audience is to hear next, and what it heard last; nothing of an incident without a table of audiences. */
export function audiences({ audiences: all, writtenAt }: HandoffContent): readonly Block[] {
  if (all.length === 0) return []
  return [section('Audiences', [{ block: 'facts', look: 'sources', facts: all.map(one => fact(one, writtenAt)) }])]
}

function fact(one: HandoffAudience, writtenAt: Millis): Fact {
  const name = typed(one.name)
  const note = [...last(one, writtenAt), ...putOff(one)]
  const { due } = one
  if (due === null) return { name, value: [noneDue(one)], note }
  const overdue = due.overdue ? { look: 'overdue' } : {}
  const when: InlineText = [moment(due.at, momentText(due.at, writtenAt)), `, ${dueText(due, writtenAt)}`]
  return { name, value: when, note, ...overdue }
}

function noneDue({ state }: HandoffAudience): string {
  if (state === 'over') return 'none is due: it is resolved'
  return state === 'not-needed' ? 'not needed in this incident' : 'no time is set'
}

function last({ last: entry }: HandoffAudience, writtenAt: Millis): InlineText {
  if (entry === null) return ['nothing was sent to them yet']
  const { at, text, through } = entry
  return ['last at ', moment(at, momentText(at, writtenAt)), ', ', typed(through), ': ', typed(text)]
}

function putOff({ putOff: off }: HandoffAudience): InlineText {
  if (off === null) return []
  return [off.until === null ? '; as ' : '; snoozed, as ', typed(actorName(off.by)), ' said: ', typed(off.reason)]
}
