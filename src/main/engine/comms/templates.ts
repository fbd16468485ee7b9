import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { wordedReason } from '../../../shared/contract/coded-reason'
import { coded, codedPart, partOf } from '../../../shared/contract/coded-text'
import type { FilledField, FilledTemplate, TemplateInfo } from '../../../shared/contract/comms'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { Fault } from '../../../shared/contract/faults'
import { type Audience, audienceNamed } from '../../../shared/domain/audience'
import { defaultCadence } from '../../../shared/domain/cadence'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { slotFor } from '../../../shared/domain/slots'
import type { Status } from '../../../shared/domain/status'
import type { Timeline } from '../../../shared/domain/timeline'
import { type Stage, stages } from '../../../shared/domain/update'
import { TITLE_LIMIT } from '../../../shared/events/fields'
import { dropControls } from '../../../shared/lib/controls'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { shortened } from '../../../shared/lib/whole-characters'
import { readTextFile } from '../guards/regular-file'
import { threadTime } from '../guards/within-time'
import { notFound, refused } from '../record/decision'
import type { LiveRecord } from '../record/live-record'
import type { Handlers } from '../sessions/handlers'
import { type FactContext, factsOf, promisedUpdateOf, type TemplateFacts } from './templates-facts'
import { readTemplateFile, type TemplateField, type TemplateFile } from './templates-file'

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
  fill(incident: Incident, timeline: Timeline, input: FillInput, ground: FactContext): Reply<FilledTemplate, Fault>
  /** What is wrong with the files, one line each: file, line, reason. */
  readonly problems: readonly string[]
}

type Loaded = Reply<TemplateFile, CodedPart>

/** Of one file; the sandbox takes fewer characters. */
const MOST_BYTES = 400_000
const MOST_FILES = 200
/** Of all files together: each is read and rendered on trial, and the start waits for it. */
const PATIENCE: Millis = 5 * SECOND

/**
 * Reads every `*.liquid` file of a folder once. A broken file does not affect the others or the engine's start: it is
 * listed, and says what is wrong when it is chosen. [HF4] On a slow disk a file waits without work: reading has a limit
 * of its own.
 * @param patience milliseconds of work, or of wall-clock time while reading, after which the rest is skipped
 */
export function loadTemplates(
  folder: string,
  patience: Millis = PATIENCE,
  wall: () => Millis = () => performance.now(),
): Templates {
  const files = templateFiles(folder)
  if (!files.ok)
    return {
      list: () => [],
      fill: () => notFound('templates-unread', { problem: files.fault }),
      problems: [codedPart(files.fault).message],
    }
  const began = threadTime()
  let reading: Millis = 0
  const read = (path: string) => {
    const from = wall()
    const text = readTextFile(path, MOST_BYTES)
    reading += wall() - from
    return text
  }
  const loaded = new Map(
    files.value.slice(0, MOST_FILES).map(file => {
      const late = Math.max(threadTime() - began, reading) > patience
      return [basename(file, '.liquid'), late ? notTried(folder, file) : loadFile(folder, file, read)]
    }),
  )
  const infos = [...loaded].map(([name, template]) => infoOf(name, template))
  infos.sort(inOrder)
  return {
    list: () => infos.map(({ order: _, ...info }) => info),
    problems: [...loaded.values()]
      .flatMap(template => (template.ok ? [] : [codedPart(template.fault).message]))
      .concat(beyond(folder, files.value)),
    fill: (incident, _timeline, input, ground) => {
      const template = loaded.get(input.template)
      if (template === undefined) return notFound('no-such-template', { template: input.template, folder })
      if (!template.ok) return refused('template-broken', { problem: template.fault })
      return fillTemplate(template.value, incident, input, ground)
    },
  }
}

/** How long after a start the files are read, in wall-clock milliseconds. */
const READ_AFTER = 250

/**
 * Loads the templates a moment after the start, or when they are first needed: rendering each file on trial takes as
 * long as opening the record.
 * @param report what is wrong with the files, once they were read
 */
export function readTemplatesLater(folder: string, report: (problems: readonly string[]) => void): Templates {
  let loaded: Templates | undefined
  const templates = () => {
    if (loaded === undefined) {
      loaded = loadTemplates(folder)
      report(loaded.problems)
    }
    return loaded
  }
  setTimeout(templates, READ_AFTER).unref()
  return {
    list: () => templates().list(),
    fill: (...args) => templates().fill(...args),
    get problems() {
      return templates().problems
    },
  }
}

function templateFiles(folder: string): Reply<readonly string[], CodedPart> {
  try {
    return ok(
      readdirSync(folder)
        .filter(file => file.endsWith('.liquid'))
        .sort(),
    )
  } catch (error) {
    return fail({ code: 'template-folder', values: { reason: String(error) } })
  }
}

function notTried(folder: string, file: string): Loaded {
  return fail({ code: 'template-not-tried', values: { path: join(folder, file) } })
}

function beyond(folder: string, files: readonly string[]): readonly string[] {
  const left = files.length - MOST_FILES
  return left > 0 ? [coded('templates-beyond', { folder, most: MOST_FILES, left }).message] : []
}

function loadFile(folder: string, file: string, readText: (path: string) => ReturnType<typeof readTextFile>): Loaded {
  const path = join(folder, file)
  try {
    const text = readText(path)
    if (!text.ok) return fail({ code: 'file-problem', values: { path, problem: partOf(text.fault) } })
    const read = readTemplateFile(text.value)
    return read.ok ? read : fail({ code: 'file-line', values: { path, ...read.fault } })
  } catch (error) {
    return fail({ code: 'file-not-read', values: { path, reason: String(error) } })
  }
}

interface ListedTemplate extends TemplateInfo {
  readonly order: number
}

/** A broken file may not even say which stage it is for; its name often does. It is offered last. */
function infoOf(name: string, template: Loaded): ListedTemplate {
  if (!template.ok) {
    const stage = stages.find(known => name.startsWith(known)) ?? 'progress'
    return { name, title: `${name} (broken)`, stage, audience: 'customers', order: Number.POSITIVE_INFINITY }
  }
  const { title, stage, order, severities } = template.value
  return { name, title, stage, order, audience: audienceOf(template.value), ...(severities && { severities }) }
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

function fillTemplate(template: TemplateFile, incident: Incident, input: FillInput, ground: FactContext) {
  const next = promisedUpdateOf(
    incident,
    template.stage,
    input.nextUpdateAt,
    ground.now,
    ground.cadence ?? defaultCadence,
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
      return templates.fill(found.incident, found.timeline(), input, facts())
    },
  }
}
