import type { HandoffAudience, HandoffDeadline, HandoffPace } from '../../../shared/domain/handoff-clocks'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import type { Millis } from '../../../shared/lib/time'
import { absent, type Block, type Fact, type InlineText, moment, type Quotations, section, typed } from './blocks'
import { updateQuotation } from './handoff-record'
import * as texts from './handoff-texts'

/** Per audience: when it hears next, and what it heard last. */
export function nextUpdates(content: HandoffContent): readonly Block[] {
  const clocks = content.deadlines.filter(({ kind }) => kind === 'update' || kind === 'internal-update')
  // [AU11] With a table of audiences each of them has a card; the customers' promise stays, with the pace it goes by.
  const shown = content.audiences.length === 0 ? clocks : clocks.filter(({ kind }) => kind === 'update')
  return [
    {
      block: 'columns',
      look: 'split',
      blocks: [
        section('Customers read last', [lastUpdate(content)], 'card'),
        {
          block: 'columns',
          look: 'due',
          blocks: [{ block: 'cards', title: 'Next updates', cards: shown.map(one => deadline(one, content)) }],
        },
      ],
    },
    ...audiences(content),
  ]
}

/** A clock of the document: when it is due, and by how much it is late. */
export function deadline(one: HandoffDeadline, { writtenAt, pace }: HandoffContent): Fact {
  const [name, due] = [texts.deadlineName(one), one.due]
  if (due === null) return { name, value: absent(texts.absences.deadlines[one.kind], 'loud') }
  return {
    name,
    value: [moment(due.at, texts.momentText(due.at, writtenAt))],
    note: [texts.dueText(due, writtenAt), ...(one.kind === 'update' && pace !== null ? paceLine(pace, writtenAt) : [])],
    ...(due.overdue ? { look: 'overdue' } : {}),
  }
}

/** [UP14] */
function paceLine(pace: HandoffPace, writtenAt: Millis): InlineText {
  const { by, at } = pace.answer
  return [
    `. ${texts.paceText(pace)}, as `,
    typed(actorName(by)),
    ' chose at ',
    moment(at, texts.momentText(at, writtenAt)),
  ]
}

function lastUpdate({ lastUpdate: last, writtenAt }: HandoffContent): Quotations {
  const quotations = last === null ? [] : [{ ...updateQuotation(last, writtenAt), title: null }]
  return { block: 'quotations', quotations, none: texts.absences.told }
}

/** [AU11] When each audience is to hear next, and what it heard last; nothing of an incident without a table of audiences. */
function audiences({ audiences: all, writtenAt }: HandoffContent): readonly Block[] {
  if (all.length === 0) return []
  return [
    section('Audiences', [{ block: 'facts', look: 'sources', facts: all.map(one => audienceFact(one, writtenAt)) }]),
  ]
}

function audienceFact(one: HandoffAudience, writtenAt: Millis): Fact {
  const name = typed(one.name)
  const note = [...lastTold(one, writtenAt), ...putOff(one)]
  const { due } = one
  if (due === null) return { name, value: [noneDue(one)], note }
  const overdue = due.overdue ? { look: 'overdue' } : {}
  const when: InlineText = [moment(due.at, texts.momentText(due.at, writtenAt)), `, ${texts.dueText(due, writtenAt)}`]
  return { name, value: when, note, ...overdue }
}

function noneDue({ state }: HandoffAudience): string {
  if (state === 'over') return 'none is due: it is resolved'
  return state === 'not-needed' ? 'not needed in this incident' : 'no time is set'
}

function lastTold({ last: entry }: HandoffAudience, writtenAt: Millis): InlineText {
  if (entry === null) return ['nothing was sent to them yet']
  const { at, text, through } = entry
  return ['last at ', moment(at, texts.momentText(at, writtenAt)), ', ', typed(through), ': ', typed(text)]
}

function putOff({ putOff: off }: HandoffAudience): InlineText {
  if (off === null) return []
  return [off.until === null ? '; as ' : '; snoozed, as ', typed(actorName(off.by)), ' said: ', typed(off.reason)]
}
