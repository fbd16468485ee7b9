import { notedValueText } from '../../../shared/contract/noted-source-text'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { FigureStatement } from '../../../shared/domain/impact-figures'
import { actorName } from '../../../shared/domain/people'
import { openPrompt } from '../../../shared/domain/severity-prompts'
import { figureText } from '../../../shared/events/figure-stated'
import { type Millis, roughSpan } from '../../../shared/lib/time'
import { beginningOf } from '../../../shared/lib/whole-characters'
import { texts as catalogue } from '../../../shared/texts/texts'
import { absent, type Fact, type Inline, type InlineText, moment, typed } from './blocks'
import { documentFormat } from './handoff-sources'
import * as texts from './handoff-texts'

/** Of the impact in the head; the whole text has a section of its own then. */
const MOST_IMPACT = 240
/** Panels that measure the impact, in the head; all of them are among the sources. */
const MOST_MEASURED = 3

/** [HD13] The state in the lines that are read first: since when, how bad, and what waits for an answer. */
export function headFacts(content: HandoffContent): readonly Fact[] {
  const { status, roles } = content
  return [
    { name: 'Status', value: [status], note: [texts.statusMeaning[status]] },
    { name: 'Commander', value: [typed(texts.commander(roles))] },
    started(content),
    declared(content),
    ...cameBack(content),
    ...offered(content),
    impact(content),
    ...measured(content),
    room(content),
  ]
}

/** [HD13] Whether the head has all of what was stated of the impact. */
export function isImpactWhole({ impact: text }: Pick<HandoffContent, 'impact'>): boolean {
  return text.length <= MOST_IMPACT
}

/** Of an incident that is open again. */
function cameBack({ cameBack: back, resolvedAt, writtenAt }: HandoffContent): readonly Fact[] {
  if (back === null || resolvedAt !== null) return []
  const because = (reason: string): InlineText => (reason === '' ? [] : [', ', typed(reason)])
  const { resolved } = back
  return [
    {
      name: 'Reopened',
      value: [...when(back.at, writtenAt), ...because(back.reason)],
      note: [
        'by ',
        typed(actorName(back.by)),
        ...(resolved === null
          ? []
          : [
              '; resolved ',
              ...when(resolved.at, writtenAt),
              ' by ',
              typed(actorName(resolved.by)),
              ...because(resolved.reason),
            ]),
      ],
      look: 'wide',
    },
  ]
}

/** [RS8] Only what nobody has answered. */
function offered({ prompts, severity: now, status, writtenAt }: HandoffContent): readonly Fact[] {
  const open = openPrompt({ severityPrompts: prompts, status })
  if (open === undefined) return []
  const { severity, at, text, evidence } = open
  return [
    {
      name: 'Severity offered',
      value: [`${severity} instead of ${now}, unanswered for ${roughSpan(writtenAt - at)}`],
      note: ['offered ', ...when(at, writtenAt), ': ', typed(`${text}: ${evidence}`)],
      look: 'wide',
    },
  ]
}

function started({ times, figures: { time }, resolvedAt, declaredAt, writtenAt }: HandoffContent): Fact {
  const known = times.timesKept.started
  if (known === undefined)
    return { name: 'Started', value: absent(texts.absences.started, resolvedAt === null ? 'loud' : 'quiet') }
  const before = declaredAt - known.at
  return {
    name: 'Started',
    value: when(known.at, writtenAt),
    note: [
      ...(before <= 0 ? [] : [`${roughSpan(before)} before it was declared; `]),
      ...(time === null ? [] : [`customers affected for ${roughSpan(time)}`]),
    ],
  }
}

function declared(content: HandoffContent): Fact {
  const { declaredAt, declaredBy, writtenAt } = content
  return {
    name: 'Declared',
    value: when(declaredAt, writtenAt),
    note: ['by ', typed(actorName(declaredBy)), `, ${texts.elapsedText(content)}`],
  }
}

/** As people stated it: the sentence, then the figures with when each was stated. */
function impact(content: HandoffContent): Fact {
  const { impact: text, figures, writtenAt } = content
  const stated = figures.stated.flatMap(
    (one, at): InlineText => [
      at === 0 ? '' : '; ',
      ...figureWords(one, writtenAt),
      ...trend(figures.before[one.figure], writtenAt),
    ],
  )
  const said = isImpactWhole(content) ? text : `${beginningOf(text, MOST_IMPACT)} …`
  return {
    name: 'Impact',
    value: text === '' ? absent(texts.absences.impact, 'loud') : [typed(said)],
    ...(stated.length === 0 ? {} : { note: stated }),
    look: 'wide impact',
  }
}

function figureWords(one: FigureStatement, writtenAt: Millis): InlineText {
  const { at } = one.stated
  const name = catalogue.figureLines.names[one.figure]
  return [`${name} ${figureText(one)}, stated `, ...when(at, writtenAt)]
}

/** How the figure was before, so that a reader sees where it goes; what was withdrawn before tells nothing. */
function trend(before: FigureStatement | undefined, writtenAt: Millis): InlineText {
  if (before === undefined || before.value === null) return []
  return [', before that ', figureText(before), ', stated ', ...when(before.stated.at, writtenAt)]
}

/** [HD15] Where the people are: rooms and calls, as they were linked. */
function room({ links }: HandoffContent): Fact {
  const places = links.filter(({ kind }) => kind === 'war-room' || kind === 'bridge')
  if (places.length === 0) return { name: 'Room', value: absent(texts.absences.room, 'quiet') }
  const items = places.flatMap(
    ({ label, url, kind }, at): InlineText => [
      ...(at === 0 ? [] : ['; ']),
      `${texts.linkKind(kind)}: `,
      { link: label, url },
      ...(url.startsWith('https:') ? [] : [' ', { small: [typed(texts.dialled(url))] }]),
    ],
  )
  return { name: 'Room', value: items, look: 'wide' }
}

/** [HC6] What panels that measure the impact showed, each value with its age. */
function measured(content: HandoffContent): readonly Fact[] {
  const values = (content.sources ?? []).flatMap(source =>
    source.values.filter(({ means }) => means !== undefined).map(value => ({ value, source })),
  )
  if (values.length === 0) return []
  const items = values
    .slice(0, MOST_MEASURED)
    .flatMap(
      ({ value, source }, at): InlineText => [
        at === 0 ? '' : '; ',
        typed(value.name),
        ' ',
        typed(notedValueText(value, source, content.writtenAt, documentFormat(content.writtenAt))),
      ],
    )
  return [{ name: 'Measured', value: items, look: 'wide' }]
}

function when(at: Millis, writtenAt: Millis): readonly Inline[] {
  return [moment(at, texts.momentText(at, writtenAt))]
}
