import type { HandoffContent, HandoffMethod, HandoffUpdate } from '../../../shared/domain/handoff-content'
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
    section('What is known', [knownFacts(content)]),
    section('Milestones', [timesKept(content)]),
    section('Linked alerts', linkedAlerts(content)),
  ]
  return [
    { block: 'columns', look: 'columns', blocks: lists },
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
export function wholeTimeline({ timeline, proven }: Pick<HandoffContent, 'timeline' | 'proven'>): TimelineBlock {
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

/** What will happen or is due at a time, the next first: what a person who takes over must have in the calendar. */
export function scheduled({ scheduled: all, writtenAt }: HandoffContent): List {
  const items = all.map(({ kind, about, owner, at }): InlineText => {
    const when = moment(at, texts.momentText(at, writtenAt))
    const what = about === null ? [] : [': ', typed(about)]
    const whose = owner === null ? [] : [', ', typed(owner)]
    return [when, ' ', texts.scheduledKinds[kind], ...what, ...whose, at <= writtenAt ? ', overdue' : '']
  })
  return { block: 'list', look: 'lines', items, none: texts.absences.scheduled }
}

/** A telephone number is read, not pressed, where this is printed. */
export function links({ links: all }: HandoffContent): List {
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
