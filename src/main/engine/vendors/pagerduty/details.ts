import * as z from 'zod/mini'
import type { AlertAbout, AlertLink } from '../../../../shared/contract/alert-about'
import { joinedReasons, wordedProblem } from '../../../../shared/contract/coded-reason'
import { partOf } from '../../../../shared/contract/coded-text'
import type {
  PagerDutyAlert,
  PagerDutyIncidentDetails,
  PagerDutyLogEntry,
  PagerDutyNote,
} from '../../../../shared/contract/people'
import { fail, ok, type Reply } from '../../../../shared/lib/reply'
import type { Api } from '../../http/api'
import { plainLine, plainText } from '../../http/plain-text'
import { unreadRows } from '../../http/rows'
import type { HttpFault } from '../../http/types'
import { aboutFrom, textsOf } from '../alert-about'
import { idText, instantOf, isoTime, maybeText, webUrl } from '../fields'
import { PAGE_SIZE, readList, type Slice, sliceOf } from './paging'

type Fields = Readonly<Record<string, unknown>>

/** What a monitoring system sent with an alert: fields of any shape, and links. Undefined: nothing that can be shown. */
function alertBody(body: unknown): AlertAbout | undefined {
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

const named = z.nullish(z.object({ summary: maybeText }))
const parseNotes = sliceOf('notes', z.object({ content: maybeText, created_at: isoTime, user: named }))
const parseSteps = sliceOf('log_entries', z.object({ summary: maybeText, created_at: isoTime }))
const alert = z.object({
  id: idText,
  summary: maybeText,
  created_at: isoTime,
  status: maybeText,
  severity: maybeText,
  html_url: maybeText,
  body: z.nullish(z.unknown()),
})
const parseAlerts = sliceOf('alerts', alert)

/** PagerDuty stores at most 1,000 alerts an incident; the newest steps show its state. */
const MOST_ALERTS = 1_000
const MOST_STEPS = 3 * PAGE_SIZE

/** Notes, steps and alerts of one incident. What cannot be read is named in `problem`; a fault only where nothing can. */
export async function readPageDetails(
  api: Api,
  incident: string,
  signal: AbortSignal,
): Promise<Reply<PagerDutyIncidentDetails, HttpFault>> {
  const path = `/incidents/${encodeURIComponent(incident)}`
  const read = <T>(what: string, most: number, parse: Parameters<typeof readList<T>>[2]) =>
    readList(api, { path: `${path}/${what}`, most }, parse, signal)
  // Notes come whole: the call knows no pages.
  const notes = await api.ask({ method: 'GET', path: `${path}/notes` }, parseNotes, signal)
  const steps = await read('log_entries', MOST_STEPS, parseSteps)
  const alerts = await read('alerts', MOST_ALERTS, parseAlerts)
  if (!notes.ok && !steps.ok && !alerts.ok) return fail(notes.fault)
  const problems = [
    notes.ok ? unreadRows(notes.value.rows, 'list-notes') : partOf(notes.fault),
    ...[steps, alerts].map(reply => (reply.ok ? reply.value.lacks : partOf(reply.fault))),
  ]
  return ok({
    notes: inTime(notes.ok ? notes.value.rows.read.map(pageNote) : []),
    steps: inTime(steps.ok ? steps.value.items.map(pageStep) : []),
    alerts: alerts.ok ? pageAlerts(alerts.value.items) : [],
    ...wordedProblem(joinedReasons(problems)),
  })
}

type Item<Parse> = Parse extends (body: unknown) => Reply<Slice<infer T>, infer _> ? T : never

function pageNote({ content, created_at, user }: Item<typeof parseNotes>): PagerDutyNote {
  const by = plainLine(user?.summary ?? '', 120) || 'Somebody'
  return { at: instantOf(created_at), by, text: plainText(content ?? '', 5_000) }
}

function pageStep({ summary, created_at }: Item<typeof parseSteps>): PagerDutyLogEntry {
  return { at: instantOf(created_at), text: plainLine(summary ?? '', 300) || 'A step without words' }
}

/** A monitoring system sends much with each: nobody reads that of the oldest of a thousand. */
const MOST_BODIES = 20

function pageAlerts(items: readonly Item<typeof parseAlerts>[]): readonly PagerDutyAlert[] {
  const sorted = items.toSorted((a, b) => instantOf(a.created_at) - instantOf(b.created_at))
  return sorted.map((item, at) => {
    const about = at < sorted.length - MOST_BODIES ? undefined : alertBody(item.body)
    return { ...pageAlert(item), ...(about && { about }) }
  })
}

function pageAlert({ summary, created_at, status, severity, html_url }: Item<typeof parseAlerts>): PagerDutyAlert {
  return {
    at: instantOf(created_at),
    title: plainLine(summary ?? '', 300) || 'Alert without a title',
    state: plainLine(status ?? '', 40),
    severity: plainLine(severity ?? '', 40),
    url: webUrl(html_url),
  }
}

function inTime<T extends { readonly at: number }>(items: readonly T[]): readonly T[] {
  return items.toSorted((a, b) => a.at - b.at)
}
