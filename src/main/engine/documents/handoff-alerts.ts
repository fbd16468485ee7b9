import { type DescribedAlert, type DescribedLink, openableAddress } from '../../../shared/domain/described-alert'
import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { NOTED_TEXT } from '../../../shared/events/sources-noted'
import { shortened } from '../../../shared/lib/whole-characters'
import { texts } from '../../../shared/texts/texts'
import { absent, type Block, type Fact, type InlineText, type List, typed } from './blocks'
import * as handoffTexts from './handoff-texts'

const { about, links: linkTexts } = texts.pages.details

/** [HC4] Alerts whose descriptions are in the document; of the others it has the title. */
const MOST_DESCRIBED = 40
/** Of an alert. */
const MOST_LINKS = 6

/** The linked alerts, and what their sources said of them. */
export function linkedAlerts({ pages, described }: HandoffContent): readonly Block[] {
  const list: List = {
    ...{ block: 'list', look: 'lines', none: handoffTexts.absences.pages },
    items: pages.map(
      ({ title, service, url }): InlineText => [
        { link: title, url },
        ...(service === null ? [] : [' ', { small: [typed(service)] }]),
      ],
    ),
  }
  const facts = described.slice(0, MOST_DESCRIBED).map((alert): Fact => {
    const of = pages.find(page => page.connection === alert.connection && page.externalId === alert.externalId)
    const value: List = { block: 'list', look: 'plain', items: saidOf(alert), none: '' }
    return { name: typed(shortened(of?.title ?? alert.externalId, NOTED_TEXT)), value }
  })
  if (facts.length === 0) return [list]
  const more = described.length - facts.length
  const rest = more === 0 ? [] : [absent(handoffTexts.moreDescribed(more), 'quiet')]
  return [list, { block: 'facts', look: 'sources', facts }, ...rest]
}

/** [DI6] [HC4] */
function saidOf({ description, impact, value, threshold, links }: DescribedAlert): readonly InlineText[] {
  const named = [
    { name: about.value, text: value },
    { name: about.threshold, text: threshold },
    { name: about.impact, text: impact },
  ]
  return [
    ...named.flatMap(({ name, text }): InlineText[] => (text === '' ? [] : [[`${name}: `, cut(text)]])),
    ...(description === '' ? [] : [[cut(description)]]),
    ...links.slice(0, MOST_LINKS).map(linkText),
    ...(links.length > MOST_LINKS ? [[handoffTexts.moreLinks(links.length - MOST_LINKS)]] : []),
  ]
}

function cut(text: string) {
  return typed(shortened(text.replace(/\s+/g, ' '), NOTED_TEXT))
}

/** What must not be opened is read as the text that it is. */
function linkText(link: DescribedLink): InlineText {
  const { kind, name, address } = link
  const url = openableAddress(link)
  const kinds: Readonly<Partial<Record<string, string>>> = linkTexts.kinds
  const what = kinds[kind]
  return [
    ...(what === undefined ? [typed(name), ': '] : [`${what}: `]),
    url === null ? cut(address) : { link: shortened(address.replace(/^https?:\/\//, ''), NOTED_TEXT), url },
  ]
}
