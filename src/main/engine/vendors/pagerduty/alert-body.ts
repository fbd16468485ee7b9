import type { AlertAbout, AlertLink } from '../../../../shared/contract/alert-about'
import { plainLine } from '../../http/plain-text'
import { aboutFrom, textsOf } from '../alert-about'
import { webUrl } from '../fields'

type Fields = Readonly<Record<string, unknown>>

/** What a monitoring system sent with an alert: fields of any shape, and links. Undefined: nothing that can be shown. */
export function alertBody(body: unknown): AlertAbout | undefined {
  const { details, cef_details: cef, ...own } = fieldsIn(body)
  const common = fieldsIn(cef)
  const told = isNothing(details) ? common.details : details
  const { custom_details: custom, ...plain } = fieldsIn(told)
  const texts = [...textsOf(typeof told === 'string' ? told : plain), ...textsOf(custom ?? own.custom_details)]
  const links = [own, common, plain].flatMap(({ contexts, links: more }) => [...linksIn(contexts), ...linksIn(more)])
  const client = webUrl(textIn(common.client_url) || textIn(own.client_url))
  const all = client === null ? links : [...links, { kind: 'other' as const, name: 'client_url', url: client }]
  const shown = texts.filter(({ name }) => name !== 'contexts' && name !== 'links')
  return shown.length + all.length === 0 ? undefined : aboutFrom(shown, all)
}

/** An image has no page to open. */
function linksIn(list: unknown): readonly AlertLink[] {
  if (!Array.isArray(list)) return []
  return list.flatMap((item: unknown) => {
    const { href, text, type } = fieldsIn(item)
    const url = webUrl(textIn(href))
    if (url === null || type === 'image') return []
    return aboutFrom([{ name: plainLine(textIn(text), 60) || 'Link', text: url }]).links
  })
}

function fieldsIn(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {}
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isNothing(value: unknown): boolean {
  return (
    value === null ||
    value === undefined ||
    value === '' ||
    (typeof value === 'object' && Object.keys(value).length === 0)
  )
}
