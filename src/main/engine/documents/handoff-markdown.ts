import type { Due, HandoffContent, ToldUpdate } from '../../../shared/domain/handoff-content'
import { actorName } from '../../../shared/domain/people'
import type { Timeline, TimelineEntry } from '../../../shared/domain/timeline'
import { utcClock } from '../../../shared/lib/time'
import { english } from '../../../shared/texts/english'
import { gapsInWords, lookedAtInWords } from './gaps'
import { whoDoesWhat } from './handoff-crew-markdown'
import { inline, lines, link, quotation } from './markdown-text'
import { statusMeaning, verdictMeaning } from './meanings'
import { sourcesMarkdown, unreachedInWords } from './sources'
import * as words from './words'

/** The handoff in Markdown, to be read as it stands or rendered. */
export function handoffMarkdown(content: HandoffContent): string {
  const sections = [
    head(content),
    section(`What is missing (${content.review.gaps.length})`, gaps(content)),
    section('Impact now', content.impact === '' ? words.absent.impact : lines(content.impact, '')),
    section('What is being done', strategy(content)),
    section('What is due', deadlines(content)),
    section('Customers read last', content.lastUpdate ? toldUpdate(content.lastUpdate, content) : words.absent.told),
    section('Who does what', whoDoesWhat(content)),
    ...optional(english.handoff.sources.title, sourcesMarkdown(content)),
    section('Links and facts', knownFacts(content)),
    section('Linked pages', bullets(content.pages.map(pageLine), words.absent.pages)),
    section('Decisions', entryList(content.decisions, content, words.absent.decisions)),
    section('Key lines', entryList(content.keyLines, content, words.absent.keyLines)),
    section('To do', entryList(content.todos, content, words.absent.todos)),
    section('What customers were told', ledger(content)),
    ...(content.toldColleagues.length === 0 ? [] : [section('What colleagues were told', colleagues(content))]),
    section('Timeline', fullTimeline(content.timeline)),
    '---\n\nWritten by Quarterdeck from the log of this incident. All times are UTC.',
  ]
  return `${sections.join('\n\n')}\n`
}

function section(title: string, body: string): string {
  return `## ${title}\n\n${body}`
}

function optional(title: string, body: string | undefined): readonly string[] {
  return body === undefined ? [] : [section(title, body)]
}

function bullets(items: readonly string[], none: string): string {
  return items.length === 0 ? none : items.map(item => `- ${item}`).join('\n')
}

function head(content: HandoffContent): string {
  const { drill, severity, status, title, writtenAt, declaredAt, declaredBy, roles } = content
  const declared = `${words.momentWords(declaredAt, writtenAt)} by ${inline(actorName(declaredBy))}`
  const state = `**${severity} · ${status}** (${statusMeaning[status].toLowerCase()}), ${words.elapsedWords(content)}`
  const unreached = unreachedInWords(content)
  return [
    `# Handoff: ${inline(title)}`,
    ...(drill ? ['**DRILL: none of this is real.**'] : []),
    `${state}. Commander: **${inline(words.commander(roles))}**. Declared ${declared}.`,
    `As of **${utcClock(writtenAt)} UTC, ${words.dayWords(writtenAt)}**.`,
    ...(unreached === '' ? [] : [`**${inline(unreached)}**`]),
  ].join('\n\n')
}

function gaps(content: HandoffContent): string {
  const missing = gapsInWords(content).map(({ name, advice }) => `**${inline(name)}.** ${advice}`)
  return `${bullets(missing, words.absent.gaps)}\n\n${lookedAtInWords(content)}`
}

function strategy({ lastCheckpoint, writtenAt }: HandoffContent): string {
  if (lastCheckpoint === null) return words.absent.checkpoint
  const { answers, verdict, heldAt, by } = lastCheckpoint
  const answer = (text: string) => (text === '' ? words.absent.answer : lines(text, '  '))
  return [
    `- **Being tried:** ${answer(answers.trying)}`,
    `- **Rollback plan:** ${answer(answers.rollbackPlan)}`,
    `- **Tried before:** ${answer(answers.tried)}`,
    `- **Still impacted:** ${answer(answers.stillImpacted)}`,
    `- **More people:** ${answer(answers.morePeople)}`,
    `- **Verdict:** ${verdict} (${verdictMeaning[verdict].toLowerCase()}), at the checkpoint of ` +
      `${words.momentWords(heldAt, writtenAt)}, held by ${inline(actorName(by))}`,
  ].join('\n')
}

function deadlines({ deadlines: all, writtenAt }: HandoffContent): string {
  const due = (at: Due | null, none: string) =>
    at === null ? none : `${words.momentWords(at.at, writtenAt)}, ${words.dueWords(at, writtenAt)}`
  return all
    .map(one => `- **${inline(words.deadlineName(one))}:** ${due(one.due, words.absent.deadlines[one.kind])}`)
    .join('\n')
}

function pageLine({ title, service, url }: HandoffContent['pages'][number]): string {
  return `${link(title, url)}${service === null ? '' : ` (${inline(service)})`}`
}

/** A telephone number is read, not pressed, where this is printed. */
function linkLine({ kind, label, url }: HandoffContent['links'][number]): string {
  return `${words.linkWords(kind)}: ${link(label, url)}${url.startsWith('https:') ? '' : `, ${inline(words.dialled(url))}`}`
}

function knownFacts({ services, detected, links, writtenAt }: HandoffContent): string {
  return [
    `- **Services affected:** ${services?.length ? inline(services.join(', ')) : words.absent.services}`,
    `- **How it was noticed:** ${detected === null ? words.absent.detected : inline(words.detectedWords(detected, writtenAt))}`,
    ...(links.length === 0 ? [`- **Links:** ${words.absent.links}`] : links.map(link => `- ${linkLine(link)}`)),
  ].join('\n')
}

function ledger(content: HandoffContent): string {
  if (content.told.length === 0) return words.absent.told
  return content.told.map(update => toldUpdate(update, content)).join('\n\n')
}

function colleagues(content: HandoffContent): string {
  return content.toldColleagues.map(update => toldUpdate(update, content)).join('\n\n')
}

function toldUpdate(update: ToldUpdate, { writtenAt }: HandoffContent): string {
  const when = words.toldWords(update, writtenAt)
  const title = `**${link(update.title, update.url)}** · ${update.status} · ${inline(words.whereWords(update))} · ${when}`
  return `${title}\n\n${quotation(update.body)}`
}

function entryList(entries: Timeline, { writtenAt }: HandoffContent, none: string): string {
  const items = entries.map(entry => `${words.momentWords(entry.occurredAt, writtenAt)} ${entryWords(entry)}`)
  return bullets(items, none)
}

function fullTimeline(timeline: Timeline): string {
  if (timeline.length === 0) return words.absent.timeline
  let day = ''
  const out: string[] = []
  for (const entry of timeline) {
    const today = words.isoDay(entry.occurredAt)
    if (today !== day) out.push(`${day === '' ? '' : '\n'}### ${words.dayWords(entry.occurredAt)}\n`)
    day = today
    out.push(`- ${utcClock(entry.occurredAt)} *${entry.kind}* ${entryWords(entry)}${pictureWords(entry)}`)
  }
  return out.join('\n')
}

/** Markdown is text: it says that there are pictures, and which. */
function pictureWords({ attachments, retraction }: TimelineEntry): string {
  if (retraction !== null) return ''
  return attachments.map(({ hash }) => ` [picture ${hash.slice(0, 12)}]`).join('')
}

function entryWords(entry: TimelineEntry): string {
  const by = ` (${inline(actorName(entry.by))})`
  const before = entry.earlier.map(wording => `  \n  earlier: ~~${inline(wording.text)}~~`).join('')
  const { retraction, erasure } = entry
  const erased = erasure === undefined ? '' : `, erased by ${inline(actorName(erasure.by))}${why(erasure.reason)}`
  if (retraction === null)
    return `${entry.pinned ? '**pinned** ' : ''}${lines(entry.text, '  ')}${by}${erased}${before}`
  return `~~${inline(entry.text)}~~${by}${erased}, retracted by ${inline(actorName(retraction.by))}${why(retraction.reason)}${before}`
}

function why(reason: string): string {
  return reason === '' ? '' : `: ${inline(reason)}`
}
