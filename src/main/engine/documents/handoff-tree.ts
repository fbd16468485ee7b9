import { checkNamesText, gapText } from '../../../shared/contract/gap-text'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { roughSpan, utcClock } from '../../../shared/lib/time'
import * as english from '../../../shared/texts/english'
import { t } from '../../../shared/texts/t'
import { type Block, type Callout, type DocumentTree, moment, section, typed } from './blocks'
import { figureSections, promptSections } from './handoff-figures'
import { gateSections } from './handoff-gate'
import { headFacts } from './handoff-head'
import { pageOne } from './handoff-page-one'
import { playbookSections } from './handoff-playbooks'
import { links, record, scheduled } from './handoff-record'
import { reportSections } from './handoff-reports'
import { responders } from './handoff-responders'
import { ageText, sourcesSection, unreachedText } from './handoff-sources'
import { strategySections } from './handoff-strategy'
import * as texts from './handoff-texts'
import { withShortLists } from './short-lists'

/** The handoff as a tree of blocks: the first page, what stands behind it, then the record. */
export function handoffTree(content: HandoffContent): DocumentTree {
  return documentOf(content, {
    kind: 'Incident handoff',
    name: 'Handoff',
    strip: headFacts(content),
    blocks: withShortLists([whatIsMissing(content), pageOne(content), ...behind(content), ...record(content)]),
  })
}

/** What differs between the documents of one incident; their frame is the same. */
export interface DocumentParts extends Pick<DocumentTree, 'kind' | 'strip' | 'blocks'> {
  /** In front of severity and title, in the document's own title. */
  readonly name: string
}

/** The frame of every document of an incident: which it is, its time, its age, and what could not be reached. */
export function documentOf(content: HandoffContent, { kind, name, strip, blocks }: DocumentParts): DocumentTree {
  const { drill, severity, title, writtenAt, resolvedAt } = content
  return {
    title: `${name}: ${severity} ${title}`,
    banner: drill ? 'Drill: none of this is real' : null,
    kind,
    asOf: moment(writtenAt, `${utcClock(writtenAt)} UTC, ${texts.dayText(writtenAt)}`),
    badge: { text: severity, look: severity.toLowerCase() },
    heading: typed(title),
    strip,
    age: ageText(content),
    warning: unreachedText(content),
    over: resolvedAt !== null,
    blocks,
    footer: 'Written by Quarterdeck from the log of this incident. All times are UTC.',
  }
}

/** [HG1] [GC1] What is missing, which checks were made, and which could not be. */
function whatIsMissing({ review: { gaps, lookedAt, notLookedAt } }: HandoffContent): Callout {
  const { handoffGaps } = english
  const items = gaps.map(gap => gapText(gap, handoffGaps, roughSpan))
  const looked = t(handoffGaps.lookedAt, { checks: checkNamesText(lookedAt, handoffGaps) })
  const notLooked = t(handoffGaps.notLookedAt, { checks: checkNamesText(notLookedAt, handoffGaps) })
  return {
    block: 'callout',
    tone: items.length === 0 ? 'good' : 'bad',
    title: items.length === 0 ? 'Nothing was found missing' : `Missing: ${items.length}`,
    items,
    note: notLookedAt.length === 0 ? looked : `${looked} ${notLooked}`,
  }
}

/** [HD15] Behind the first page: what is believed, was tried and runs, what is scheduled, links, metrics, how bad it is. */
function behind(content: HandoffContent): readonly Block[] {
  return [
    ...strategySections(content),
    section('Scheduled', [scheduled(content)]),
    section('Links', [links(content)]),
    ...sourcesSection(content),
    ...figureSections(content),
    ...promptSections(content),
    ...reportSections(content),
    ...playbookSections(content.playbooks, content.writtenAt),
    ...gateSections(content),
    section('Teams, former holders and roll call', [responders(content)]),
  ]
}
