import { wordedReason } from '../../../shared/contract/coded-reason'
import { partOf } from '../../../shared/contract/coded-text'
import type { FilledField, FilledTemplate, TemplateInfo } from '../../../shared/contract/comms'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import { type Audience, audienceNamed } from '../../../shared/domain/audience'
import { defaultCadence } from '../../../shared/domain/cadence'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { slotFor } from '../../../shared/domain/slots'
import type { Status } from '../../../shared/domain/status'
import { type Stage, stages } from '../../../shared/domain/update'
import { TITLE_LIMIT } from '../../../shared/events/fields'
import { dropControls } from '../../../shared/lib/controls'
import { ok, type Reply } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import { notFound, refused } from '../record/decision'
import type { LiveRecord } from '../record/live-record'
import type { Handlers } from '../sessions/handlers'
import { type FactContext, factsOf, promisedUpdateOf, type TemplateFacts } from './templates-facts'
import type { TemplateField, TemplateFile } from './templates-file'
import {
  type NamedTemplate,
  type TemplateFolders,
  type TemplateLimits,
  type UsableTemplate,
  watchTemplates,
} from './templates-folder'

export interface FillInput {
  readonly template: string
  /** What the writer typed, by field name; blank counts as not typed. */
  readonly fields: Readonly<Record<string, string>>
  /** null: the writer chose no time yet. */
  readonly nextUpdateAt: Millis | null
}

export interface Templates {
  /** Customers' first; in the order of an incident: first notices, then progress, then resolutions. Broken ones are among them. */
  list(): readonly TemplateInfo[]
  /** Faults: `not-found`; `refused` for a broken file, with file, line and what is wrong. */
  fill(incident: Incident, input: FillInput, ground: FactContext): Reply<FilledTemplate, Fault>
  /** What is wrong with the files, one line each: file, line, column, reason. */
  readonly problems: readonly string[]
}

/**
 * [TM9] What the templates of two folders are asked for. A broken file does not affect the others or the engine's start: it is
 * listed, and says what is wrong when it is chosen.
 */
export function openTemplates(folders: TemplateFolders, limits: TemplateLimits = {}): Templates {
  const files = watchTemplates(folders, limits)
  return {
    list: () => {
      const infos = [...files().all.values()].map(infoOf)
      return infos.sort(inOrder).map(({ order: _, ...info }) => info)
    },
    fill: (incident, input, ground) => {
      const template = files().all.get(input.template)
      if (template === undefined)
        return notFound('no-such-template', { template: input.template, folder: folders.team ?? folders.shipped })
      const { usable, problem } = template
      if (usable === undefined) return refused('template-broken', { problem: problem ? partOf(problem) : '' })
      return fillTemplate(usable, incident, input, ground)
    },
    get problems() {
      return files().problems
    },
  }
}

/** How long after a start the files are read, in wall-clock milliseconds. */
const READ_AFTER = 250

/**
 * The same, read a moment after the start, or when they are first needed: rendering each file on trial takes as long as
 * opening the record.
 * @param report what is wrong with the files, whenever that is not what was wrong before
 */
export function readTemplatesLater(folders: TemplateFolders, report: (problems: readonly string[]) => void): Templates {
  const templates = openTemplates(folders)
  let reported = ''
  const told = <T>(result: T): T => {
    const { problems } = templates
    const all = problems.join('\n')
    if (all !== reported) report(problems)
    reported = all
    return result
  }
  setTimeout(() => told(templates.list()), READ_AFTER).unref()
  return {
    list: () => told(templates.list()),
    fill: (...args) => told(templates.fill(...args)),
    get problems() {
      return told(templates.problems)
    },
  }
}

interface ListedTemplate extends TemplateInfo {
  readonly order: number
}

/** A broken file may not even say which stage it is for; its name often does. It is offered last. */
function infoOf({ name, usable, problem }: NamedTemplate): ListedTemplate {
  if (usable === undefined) {
    const stage = stages.find(known => name.startsWith(known)) ?? 'progress'
    const order = Number.POSITIVE_INFINITY
    return { name, title: `${name} (broken)`, stage, audience: 'customers', order, ...(problem && { problem }) }
  }
  const { title, stage, order, severities } = usable.file
  const offered = { name, title, stage, order, audience: audienceOf(usable.file), ...(severities && { severities }) }
  return { ...offered, version: usable.version, ...(problem && { problem }) }
}

function audienceOf({ audience }: Pick<TemplateFile, 'audience'>): Audience {
  return audience === 'customers' ? audience : audienceNamed(audience === 'colleagues' ? '' : audience, [])
}

/** [TM1] Customers' first, each stage after the other, what the team wants first before the rest. */
function inOrder(one: ListedTemplate, other: ListedTemplate): number {
  return (
    Number(one.audience !== 'customers') - Number(other.audience !== 'customers') ||
    stages.indexOf(one.stage) - stages.indexOf(other.stage) ||
    one.order - other.order ||
    (one.name < other.name ? -1 : 1)
  )
}

function fillTemplate(
  { file: template, version }: UsableTemplate,
  incident: Incident,
  input: FillInput,
  ground: FactContext,
) {
  const next = promisedUpdateOf(
    incident,
    template.stage,
    input.nextUpdateAt,
    ground.now,
    ground.cadence ?? defaultCadence,
    audienceOf(template),
  )
  const facts = factsOf(incident, next, ground, audienceOf(template))
  const fields = template.fields.map(field => fillField(field, input.fields, facts))
  const values = Object.fromEntries(fields.map(field => [field.name, shownValue(field)]))
  const headline = template.headline(values)
  if (!headline.ok) return renderFault(input.template, headline.fault.flaw)
  const body = template.body(values)
  if (!body.ok) return renderFault(input.template, body.fault.flaw)
  return ok<FilledTemplate>({
    template: input.template,
    version,
    stage: template.stage,
    title: oneLine(headline.value),
    body: paragraphs(body.value),
    status: statusFor(template.stage, incident.status),
    fields,
    nextUpdateAt: next?.at ?? null,
  })
}

function renderFault(template: string, problem: CodedPart): Reply<never, Fault> {
  return refused('template-not-filled', { template, problem })
}

function fillField(field: TemplateField, typed: Readonly<Record<string, string>>, facts: TemplateFacts): FilledField {
  const { name, label, from } = field
  const asked = { name, label, ...(from !== undefined && { from }) }
  const said = Object.hasOwn(typed, name) ? dropControls(typed[name] ?? '').trim() : ''
  if (said !== '') return { ...asked, value: said, source: '', missing: false }
  const known = field.from === undefined ? null : facts[field.from]
  const value = dropControls(known?.value ?? '').trim()
  if (value === '') return { ...asked, value: '', source: '', missing: !field.optional }
  const { reason: source, ...coded } = wordedReason(known?.source ?? '')
  return { ...asked, value, source, ...coded, missing: false }
}

/** A hole in the text must be seen; an optional field that is empty is none, and templates ask for it with `if`. */
function shownValue({ value, label, missing }: FilledField): string | null {
  if (missing) return slotFor(label)
  return value === '' ? null : value
}

/** An update that says "it is over" is one of a resolved incident, and no other is. */
function statusFor(stage: Stage, status: Status): Status {
  if (stage === 'resolution') return 'resolved'
  return status === 'resolved' ? 'monitoring' : status
}

function oneLine(text: string): string {
  const line = oneStop(text.trim().replace(/\s+/g, ' '))
  return shortened(line, TITLE_LIMIT)
}

/** [TM10] What was typed may end as the template's sentence does; three dots are a writer's own. */
function oneStop(text: string): string {
  return text.replace(/(?<!\.)([.!?…。！？۔؟।])[ \t]*\.(?=[\s)”"’]|$)/gu, '$1')
}

function paragraphs(text: string): string {
  return oneStop(text)
    .trim()
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{3,}/g, '\n\n')
}

/** What a template is filled from besides what its writer typed. */
interface TemplateGround {
  readonly templates: Templates
  /** Null: there is no such incident. */
  record(incident: IncidentId): LiveRecord | null
  facts(): FactContext
}

export function templateQueries({
  templates,
  record,
  facts,
}: TemplateGround): Handlers<'comms:templates' | 'comms:fill'> {
  return {
    'comms:templates': () => ok(templates.list()),
    'comms:fill': input => {
      const found = record(input.incident)
      if (found === null) return notFound('incident-not-here')
      return templates.fill(found.incident, input, facts())
    },
  }
}
