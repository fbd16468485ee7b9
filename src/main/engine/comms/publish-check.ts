import type { CheckedFinding } from '../../../shared/contract/comms'
import type { StatusPage } from '../../../shared/contract/status-pages'
import { textOf } from '../../../shared/domain/approval'
import type { Cadence } from '../../../shared/domain/cadence'
import type { ContentHash, UpdateId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { lintUpdate } from '../../../shared/domain/lint/lint'
import type { LintFinding, LintSettings } from '../../../shared/domain/lint/lint-finding'
import { openFindings, rulesAt, waiverOf } from '../../../shared/domain/lint/lint-gate'
import type { LintWords } from '../../../shared/domain/lint/lint-words'
import { type Message, stillEditable } from '../../../shared/domain/message'
import type { Channel, Update } from '../../../shared/domain/update'
import type { Waiver } from '../../../shared/domain/waiver'
import { overrodeText } from '../../../shared/events/update-publishing'
import type { Millis } from '../../../shared/lib/time'
import { andListText } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { conflict, type IncidentSituation, refused } from '../record/decision'
import { componentsByName, lintedUpdate } from './linted-update'

/** What the check of a message is made with, besides the incident itself. */
export interface CheckContext {
  readonly now: Millis
  readonly cadence: Cadence
  readonly words: LintWords
  readonly settings: LintSettings
  readonly pages: readonly StatusPage[]
}

export function checkContext({ now, cadence, lintWords, lintSettings, statusPages }: IncidentSituation): CheckContext {
  return { now, cadence: cadence(), words: lintWords(), settings: lintSettings(), pages: statusPages() }
}

/** What is found in a message before it leaves, by the part of it that goes to one channel. */
export interface MessageCheck {
  /** Hash of what was checked: all of the message. */
  readonly text: ContentHash
  readonly parts: readonly { readonly update: Update; readonly findings: readonly LintFinding[] }[]
  /** What was let pass before, such as of a text that was called back. */
  readonly waivers: readonly Waiver[]
}

/**
 * [LN28] [LN29] Checks each part of a message in its own words. The whole lint is for customers; of what colleagues read,
 * only a secret is found, because code and inner names are what they talk about.
 */
export function checkMessage({ renditions }: Message, incident: Incident, context: CheckContext): MessageCheck {
  const parts = stillEditable(renditions).map(update => ({ update, findings: findingsOf(update, incident, context) }))
  return { text: textOf(renditions), parts, waivers: renditions.flatMap(({ waiver }) => waiver ?? []) }
}

/** [LN28] Of one part, in its own words. */
export function findingsOf(update: Update, incident: Incident, context: CheckContext): readonly LintFinding[] {
  const { message, content, audience } = update
  const components = componentsByName(incident, content, context.pages)
  const subject = lintedUpdate(incident, { ...content, message, components }, context)
  const { findings } = lintUpdate(subject, context.words, context.settings)
  return audience === 'customers' ? findings : findings.filter(({ rule }) => rule === 'secret')
}

/** [LN30] What is open of a message, for the one who publishes it; what several channels say alike is one finding. */
export function openInMessage({ text, parts, waivers }: MessageCheck): readonly CheckedFinding[] {
  const all = new Map<string, CheckedFinding>()
  for (const { update, findings } of parts) {
    const { title, body, channel } = update.content
    for (const finding of openFindings(findings, text, waivers)) {
      const key = JSON.stringify([finding, finding.field === 'title' ? title : body])
      const channels = [...(all.get(key)?.channels ?? []), channel.label]
      all.set(key, { ...finding, channels })
    }
  }
  return [...all.values()]
}

/** What a person answers when they publish: the text that they were shown, and what of it they let pass. */
export interface Consent {
  readonly text: ContentHash
  /** Rules whose findings were shown. */
  readonly seen: readonly string[]
  readonly reason?: string | undefined
}

/**
 * [LN28] [LN29] [LN30] Why a checked message may not leave with that consent, or what each part's event says of it. The
 * page's word is taken only for what a person saw: which rules find something is found here.
 */
export function passedBy(check: MessageCheck, consent: Consent | undefined) {
  for (const { update, findings } of check.parts) {
    const stop = stopOf(findings, update.content.channel)
    if (stop !== undefined) return stop
  }
  const waivers = [...check.waivers, ...(consent === undefined ? [] : [waiverFor(consent)])]
  const open = check.parts.flatMap(({ findings }) => openFindings(findings, check.text, waivers))
  const blocks = rulesAt('blocks', open)
  if (blocks.length > 0) return refused('publish-blocked', { what: overrodeText(blocks) })
  const asks = rulesAt('asks', open)
  if (asks.length > 0) return conflict('publish-asks', { rules: andListText(asks.map(rule => texts.lintRules[rule])) })
  const passed = new Map<UpdateId, Waiver>()
  for (const { update, findings } of check.parts) {
    const waiver = waiverOf(findings, check.text, waivers)
    if (waiver !== undefined) passed.set(update.id, waiver)
  }
  return passed
}

/** [LN28] Why it may never leave, whatever anybody says; undefined: nothing stops it for good. */
export function stopOf(findings: readonly LintFinding[], { label }: Pick<Channel, 'label'>) {
  const stops = findings.filter(({ level }) => level === 'for-good')
  if (stops.some(({ rule }) => rule === 'secret')) return refused('secret-in-update', { channel: label })
  const [slot] = stops
  return slot === undefined ? undefined : refused('open-slot', { slot: String(slot.values.words) })
}

/** A reason is for what a person saw when they gave it; without one nothing that blocks is overridden. */
function waiverFor({ text, seen, reason = '' }: Consent): Waiver {
  return { text, overrode: reason === '' ? [] : seen, reason, asked: seen }
}
