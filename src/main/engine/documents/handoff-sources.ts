import {
  type NotedSourceFormat,
  type NotedSourceText,
  notedSourceText,
} from '../../../shared/contract/noted-source-text'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import type { NotedSource } from '../../../shared/domain/noted-source'
import { type Millis, roughSpan } from '../../../shared/lib/time'
import * as english from '../../../shared/texts/english'
import { t } from '../../../shared/texts/t'
import { absent, type Fact, type InlineText, moment, type Section, section, typed } from './blocks'
import { momentText } from './handoff-texts'

/** [HC3] What other systems showed when the document was written, or last before it. */

const sourceTexts = english.handoff.sources

/** Undefined: nobody noted any, as in handoffs of earlier versions. */
function sourcesInWords({ sources, writtenAt }: HandoffContent): readonly NotedSourceText[] | undefined {
  return sources?.map(source => notedSourceText(source, writtenAt, documentFormat(writtenAt)))
}

/** How a document writes times and spans. */
export function documentFormat(writtenAt: Millis): NotedSourceFormat {
  return { texts: sourceTexts, time: at => momentText(at, writtenAt), span: roughSpan }
}

/** In front of the document; null: all that is connected could be read. */
export function unreachedText(content: HandoffContent): string | null {
  // Who is on call is read on demand: no request is no failure.
  const isUnasked = ({ what, reason }: NotedSource) => what === 'on-call' && reason === ''
  const sources = content.sources?.filter(source => !isUnasked(source)) ?? null
  const names = (sourcesInWords({ ...content, sources }) ?? []).flatMap(({ name, as }) => (as === 'now' ? [] : [name]))
  return names.length === 0 ? null : t(sourceTexts.notReached, { names: names.join('; ') })
}

/** How old the document's facts are: its last line, and the oldest value of other systems that was read at all. */
export function ageText({ timeline, sources, writtenAt }: HandoffContent): InlineText {
  const newest = timeline.reduce((latest, { recordedAt }) => Math.max(latest, recordedAt), 0)
  const read = (sources ?? []).flatMap(({ trueAt }) => (trueAt === null ? [] : [trueAt]))
  const when = (at: Millis) => moment(at, momentText(at, writtenAt))
  const others: InlineText =
    read.length === 0
      ? ['; nothing of other systems was noted.']
      : ['; oldest reading of another system: ', when(Math.min(...read)), '.']
  return newest === 0
    ? ['The record has no lines', ...others]
    : ['Newest line of the record: ', when(newest), ...others]
}

/** Nothing where nobody noted any: the document has no such section. */
export function sourcesSection(content: HandoffContent): readonly Section[] {
  const sources = sourcesInWords(content)
  if (sources === undefined) return []
  if (sources.length === 0) return [section(sourceTexts.title, [absent(sourceTexts.noSources, 'quiet')])]
  return [section(sourceTexts.title, [{ block: 'facts', look: 'sources', facts: sources.map(sourceFact) }])]
}

function sourceFact({ name, standing, as, values, more }: NotedSourceText): Fact {
  const items = values.map((one): InlineText => [typed(one.name), ': ', typed(one.value)])
  const said = typed(standing)
  return {
    name: typed(name),
    note: [as === 'now' ? said : { strong: [said] }],
    value: { block: 'list', look: 'plain', items: more === '' ? items : [...items, [more]], none: '' },
    look: as,
  }
}
