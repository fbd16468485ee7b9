import type {
  HandoffAudience,
  HandoffContent,
  HandoffMethod,
  HandoffUpdate,
} from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import type { Point } from '../../../shared/domain/strategy'
import {
  type Erasure,
  isProven,
  type ProvenPart,
  type Timeline,
  type TimelineEntry,
} from '../../../shared/domain/timeline'
import { overrodeText } from '../../../shared/events/update-publishing'
import { type Millis, utcClock } from '../../../shared/lib/time'
import {
  type Block,
  type EntryLine,
  type Fact,
  type FactsBlock,
  type InlineText,
  type Lines,
  type List,
  moment,
  type Quotation,
  type Quotations,
  section,
  type TimelineBlock,
  typed,
} from './blocks'
import { linkedAlerts } from './handoff-alerts'
import { timesKept } from './handoff-milestones'
import * as texts from './handoff-texts'

/** The record behind the briefing: short lists, the updates by audience, every line. */
export function record(content: HandoffContent): readonly Block[] {
  const { decisions, keyLines, todos, told, toldColleagues } = content
  const lists = [
    section('Decisions', [lines(decisions, content, texts.absences.decisions)]),
    section('Key lines', [lines(keyLines, content, texts.absences.keyLines)]),
    ...(todos.length === 0 && content.strategy.points.some(isOpenTodo)
      ? []
      : [section('To do', [lines(todos, content, texts.absences.todos)])]),
    section('Links', [links(content)]),
    section('What is known', [knownFacts(content)]),
    section('Milestones', [timesKept(content)]),
    section('Linked alerts', linkedAlerts(content)),
  ]
  return [
    { block: 'columns', look: 'columns', blocks: lists },
    ...audiences(content),
    section('Updates to customers', [ledger(told, content)]),
    // [UP7] Separate from the updates to customers; nothing if there is none.
    ...(toldColleagues.length === 0 ? [] : [section('Updates to colleagues', [ledger(toldColleagues, content)])]),
    section('Timeline', [wholeTimeline(content)]),
  ]
}

/** It is in a list of its own, with its owner. */
function isOpenTodo({ kind, state }: Point): boolean {
  return kind === 'todo' && state === 'open'
}

function lines(entries: Timeline, { writtenAt, proven }: HandoffContent, none: string): Lines {
  const timeOf = ({ occurredAt }: TimelineEntry) => texts.momentText(occurredAt, writtenAt)
  return { block: 'lines', lines: entries.map(entry => entryLine(entry, timeOf(entry), proven)), none }
}

/** Every line, retracted ones struck out, corrected ones with their earlier wording. */
function wholeTimeline({ timeline, proven }: HandoffContent): TimelineBlock {
  const days: { day: string; iso: string; lines: EntryLine[] }[] = []
  for (const entry of timeline) {
    const iso = texts.isoDay(entry.occurredAt)
    if (days.at(-1)?.iso !== iso) days.push({ day: texts.dayText(entry.occurredAt), iso, lines: [] })
    days.at(-1)?.lines.push(entryLine(entry, utcClock(entry.occurredAt), proven))
  }
  return { block: 'timeline', days, none: texts.absences.timeline }
}

function entryLine(entry: TimelineEntry, time: string, proven: ProvenPart | undefined): EntryLine {
  const { occurredAt, kind, text, by, pinned, automatic, earlier, retraction, erasure, attachments } = entry
  return {
    at: moment(occurredAt, time),
    ...{ kind, text, pinned, automatic },
    by: actorName(by),
    struck: retraction !== null,
    notes: [
      ...(retraction === null ? [] : [takenBy('retracted', retraction)]),
      ...(erasure === undefined ? [] : [takenBy('erased', erasure)]),
      ...(proven === undefined || isProven(entry, proven) ? [] : [[texts.notVerified]]),
    ],
    earlier: earlier.map(wording => wording.text),
    // What was retracted is struck out; a picture cannot be, so it is left out.
    pictures: retraction === null ? attachments : [],
  }
}

function takenBy(how: 'erased' | 'retracted', { by, reason }: Pick<Erasure, 'by' | 'reason'>): InlineText {
  return [`${how} by `, typed(actorName(by)), ...(reason === '' ? [] : [': ', typed(reason)])]
}

/** A telephone number is read, not pressed, where this is printed. */
function links({ links: all }: HandoffContent): List {
  const items = all.map(
    ({ kind, label, url }): InlineText => [
      `${texts.linkKind(kind)}: `,
      { link: label, url },
      ...(url.startsWith('https:') ? [] : [' ', { small: [typed(texts.dialled(url))] }]),
    ],
  )
  return { block: 'list', look: 'lines', items, none: texts.absences.links }
}

function knownFacts({ services, detected, method, writtenAt }: HandoffContent): FactsBlock {
  const affected = services?.length ? services.join(', ') : texts.absences.services
  const noticed = detected === null ? texts.absences.detected : texts.detectedText(detected, writtenAt)
  return {
    block: 'facts',
    look: 'answers',
    facts: [
      { name: 'Services affected', value: [typed(affected)] },
      { name: 'How it was detected', value: [typed(noticed)] },
      ...(method === null ? [] : [{ name: 'Method', value: methodText(method) }]),
    ],
  }
}

/** [HC5] */
function methodText({ name, version }: HandoffMethod): InlineText {
  return [typed(name), ', version ', typed(version)]
}

function ledger(updates: readonly HandoffUpdate[], { writtenAt }: HandoffContent): Quotations {
  const quotations = updates.map(update => updateQuotation(update, writtenAt))
  return { block: 'quotations', quotations, none: texts.absences.told }
}

/** [LN29] */
function anywayText({ anyway }: HandoffUpdate): InlineText {
  if (anyway === undefined) return []
  return [`, published although ${overrodeText(anyway.overrode)}, because “`, typed(anyway.reason), '”']
}

/** An update: its words, where they went, and whether and when they were read. */
export function updateQuotation(update: HandoffUpdate, writtenAt: Millis): Quotation {
  const { state, title, url, status, body } = update
  return {
    title: { link: title, url },
    tag: status,
    look: state,
    text: body,
    source: [typed(texts.whereText(update)), `, ${texts.toldText(update, writtenAt)}`, ...anywayText(update)],
  }
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
