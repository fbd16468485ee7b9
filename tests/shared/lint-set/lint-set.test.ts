import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod/mini'
import { type LintSetPart, lintSetParts } from '../../support/lint-set'

const folder = join(import.meta.dirname, '../../lint-set')

const faults = [
  'no-impact',
  'says-resolved',
  'internal-host',
  'ticket-id',
  'no-next-update',
  'past-next-update',
  'repair-time',
  'blame',
  'guess',
  'jargon',
  'long-sentence',
  'relative-time',
  'no-zone',
  'vague-users',
  'same-as-last',
  'exclamation',
  'emoji',
  'empty-phrase',
  'open-slot',
  'secret',
] as const

const zones = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', 'Asia/Kolkata'])
const text = z.string().check(z.trim(), z.minLength(1))
const instant = z.iso.datetime()

const entry = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
  stage: z.enum(['initial', 'progress', 'resolution']),
  severity: z.enum(['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']),
  incident: z.strictObject({
    status: z.enum(['investigating', 'identified', 'monitoring', 'resolved']),
    identified: z.boolean(),
    components: z
      .record(text, z.enum(['operational', 'degraded_performance', 'partial_outage', 'major_outage']))
      .check(z.refine(components => Object.keys(components).length > 0)),
  }),
  zone: z.string().check(z.refine(zone => zones.has(zone))),
  at: instant,
  nextUpdateAt: z.nullable(instant),
  previous: z.nullable(text),
  title: text,
  body: text,
  fault: z.nullable(z.enum(faults)),
  note: text,
})

const names = readdirSync(folder).filter(name => name.endsWith('.yaml'))
const entriesOf = (part: LintSetPart) =>
  names
    .filter(name => name.startsWith(`part-${part}-`))
    .flatMap(name => z.array(z.unknown()).parse(parse(readFileSync(join(folder, name), 'utf8'))))

// Only the id and the places are told, since some texts hold what looks like a secret.
const mistakesIn = (one: unknown) => {
  const read = entry.safeParse(one)
  const id = z.object({ id: z.string() }).safeParse(one).data?.id
  return read.success ? [] : [`${id}: ${read.error.issues.map(issue => issue.path.join('.')).join(', ')}`]
}

const unknowns = lintSetParts.map(entriesOf)
const valid = (all: readonly unknown[]) => all.flatMap(one => entry.safeParse(one).data ?? [])
const parts = unknowns.map(valid)
const entries = parts.flat()

/** Ids of those whose text came before, whatever the spaces and capitals. */
function repeated(textOf: (one: (typeof entries)[number]) => string): readonly string[] {
  const seen = new Set<string>()
  return entries.flatMap(one => {
    const plain = textOf(one).toLowerCase().replace(/\s+/g, ' ').trim()
    const again = seen.has(plain)
    seen.add(plain)
    return again ? [one.id] : []
  })
}

const idsOf = (found: typeof entries) => found.map(one => one.id)

describe('the labelled set of incident updates', () => {
  it('has entries of the schema only, in files of one of its parts', () => {
    expect(unknowns.flat().flatMap(mistakesIn)).toEqual([])
    expect(names.filter(name => !/^part-[a-d]-\d\.yaml$/.test(name))).toEqual([])
  })

  it('has as many good texts as faulty ones, give or take one, in each part', () => {
    const good = (part: typeof entries) => part.filter(one => one.fault === null).length
    expect(parts.map(part => part.length)).toEqual([65, 65, 65, 66])
    expect(parts.map(good)).toEqual([32, 33, 33, 33])
  })

  it.each(faults)('has %s in each part', fault => {
    expect(parts.map(part => part.some(one => one.fault === fault))).toEqual(parts.map(() => true))
  })

  it('has no id, title or body twice', () => {
    expect(repeated(one => one.id)).toEqual([])
    expect(repeated(one => one.title)).toEqual([])
    expect(repeated(one => one.body)).toEqual([])
  })

  it('resolves incidents in resolutions only, and never before the cause is known', () => {
    const odd = entries.filter(({ stage, incident }) => (stage === 'resolution') !== (incident.status === 'resolved'))
    const unknown = entries.filter(({ incident }) => incident.status === 'investigating' && incident.identified)
    expect(idsOf([...odd, ...unknown])).toEqual([])
  })

  it('plans the next update after publishing, unless that is the fault', () => {
    const passed = entries.filter(one => one.nextUpdateAt && Date.parse(one.nextUpdateAt) <= Date.parse(one.at))
    const late = entries.filter(one => one.fault === 'past-next-update')
    expect(idsOf(passed)).toEqual(idsOf(late))
    const unplanned = entries.filter(one => one.stage !== 'resolution' && one.nextUpdateAt === null)
    expect(idsOf(unplanned.filter(one => one.fault !== 'no-next-update'))).toEqual([])
  })

  it('has a text before wherever the fault is to repeat it', () => {
    expect(idsOf(entries.filter(one => one.fault === 'same-as-last' && one.previous === null))).toEqual([])
  })
})
