import type { AlertAbout, AlertLink } from '../../../shared/contract/alert-about'
import { plainLine } from '../http/plain-text'
import { aboutFrom, type ToldText } from './alert-about'
import { type LabelSet, webUrl } from './fields'

/** What an alert of Alertmanager, or of Grafana, has besides its labels. */
export interface SentFields {
  readonly annotations?: LabelSet | null | undefined
  readonly generatorURL?: string | null | undefined
  readonly dashboardURL?: string | null | undefined
  readonly panelURL?: string | null | undefined
  readonly silenceURL?: string | null | undefined
  readonly valueString?: string | null | undefined
  readonly values?: unknown
}

/** @param base of Grafana's own pages, which its hidden annotations name by id */
export function sentAbout(alert: SentFields, title: string, base?: string): AlertAbout {
  const annotations = alert.annotations ?? {}
  const value = valueTold(alert)
  const texts = [...(value === '' ? [] : [{ name: 'value', text: value }]), ...annotationTexts(annotations, title)]
  return aboutFrom(texts, [...ownLinks(alert), ...(base === undefined ? [] : dashboardLinks(annotations, base))])
}

/** Annotations as an author wrote them: not what is in the title already, and none of Grafana's own `__so__`. */
export function annotationTexts(annotations: LabelSet, title: string): readonly ToldText[] {
  return Object.entries(annotations)
    .filter(([name, text]) => !/^__.*__$/.test(name) && plainLine(text, 300) !== title)
    .map(([name, text]) => ({ name, text }))
}

function ownLinks({ generatorURL, dashboardURL, panelURL, silenceURL }: SentFields): readonly AlertLink[] {
  const all = [
    ['dashboard', 'dashboardURL', dashboardURL],
    ['panel', 'panelURL', panelURL],
    ['silence', 'silenceURL', silenceURL],
    ['graph', 'generatorURL', generatorURL],
  ] as const
  return all.flatMap(([kind, name, text]) => {
    const url = webUrl(text)
    return url === null ? [] : [{ kind, name, url }]
  })
}

function dashboardLinks({ __dashboardUid__: uid, __panelId__: panel }: LabelSet, base: string): readonly AlertLink[] {
  if (uid === undefined || uid === '') return []
  const url = webUrl(`${base}/d/${encodeURIComponent(uid)}`)
  if (url === null) return []
  const dashboard: AlertLink = { kind: 'dashboard', name: 'Dashboard', url }
  if (panel === undefined || panel === '') return [dashboard]
  const panelUrl = `${url}?viewPanel=${encodeURIComponent(panel)}`
  return [dashboard, { kind: 'panel', name: 'Panel', url: panelUrl }]
}

/** Of Grafana's expressions, `A = 93.2, C = 1`; the text as it came where it has another form. */
function valueTold({ values, valueString, annotations }: SentFields): string {
  const told = valueString || annotations?.__value_string__ || ''
  const named = fieldsOf(values ?? annotations?.__values__)
  if (named.length > 0) return named.map(([name, value]) => `${name} = ${String(value)}`).join(', ')
  // A text of half a megabyte has no end that anybody reads.
  const parts = [...told.slice(0, 20_000).matchAll(/\bvar='([^']*)'.*?\bvalue=([^\s\]]+)/g)]
  return parts.length === 0 ? told : parts.map(([, name, value]) => `${name} = ${value}`).join(', ')
}

function fieldsOf(values: unknown): readonly (readonly [string, unknown])[] {
  if (typeof values === 'object' && values !== null) return Object.entries(values)
  if (typeof values !== 'string') return []
  try {
    const parsed: unknown = JSON.parse(values)
    return typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : []
  } catch {
    // No JSON: the text next to it says the same.
    return []
  }
}
