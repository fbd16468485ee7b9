import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTemplates, readTemplatesLater } from '../../../src/main/engine/comms/templates'
import type { FilledTemplate } from '../../../src/shared/contract/comms'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Incident } from '../../../src/shared/domain/incident'
import type { PublicName } from '../../../src/shared/domain/public-names'
import { severities } from '../../../src/shared/domain/severity'
import type { ConfirmedTime } from '../../../src/shared/domain/stated-time'
import { statuses } from '../../../src/shared/domain/status'
import * as story from '../../support/folded-incident'

const ours = openTemplates({ shipped: join(import.meta.dirname, '../../../resources/templates') })
const { incident: bare } = story.recordOf([story.declared()])
const page = { connection: 'pd' as ConnectionId, externalId: 'P1', title: 'x', service: 'Payments', url: null }
const began: ConfirmedTime = {
  ...{ at: story.START, source: { kind: 'page', name: 'x' }, by: story.ada, confirmedAt: story.minute(2) },
}
const publicName = (service: string): PublicName | undefined =>
  service === 'Payments' ? { name: 'Payments', source: 'status-page' } : undefined
const at = (now: number) => ({ now, publicName })
const known: Incident = { ...bare, started: began, impact: 'one in three card payments fails', pages: [page] }

function filled(
  template: string,
  incident: Incident,
  fields: Record<string, string> = {},
  nextUpdateAt: number | null = null,
) {
  const reply = ours.fill(incident, { template, fields, nextUpdateAt }, at(story.minute(3)))
  if (!reply.ok) throw new Error(reply.fault.message)
  return reply.value
}

const missing = (template: FilledTemplate) => template.fields.filter(field => field.missing).map(field => field.name)

describe('the templates that come with Quarterdeck', () => {
  it('[TM1] are read without a problem, in the order of an incident', () => {
    expect(ours.problems).toEqual([])
    const listed = ours.list().map(({ name, stage, audience }) => `${audience} ${stage} ${name}`)
    expect(listed).toEqual([
      'customers initial initial',
      'customers initial social-aware',
      'customers initial holding',
      'customers progress progress',
      'customers progress nothing-new',
      'customers progress maintenance',
      'customers progress correction',
      'customers progress social-identified',
      'customers resolution resolution',
      'customers resolution postmortem-notice',
      'customers resolution social-resolved',
      'colleagues initial chat-opened',
      'colleagues initial chat-public-line',
      'colleagues progress chat-update',
      'named:Support progress support-brief',
      'named:Leadership progress leadership-brief',
      'colleagues resolution chat-resolved',
    ])
  })

  it('[TM2] fill themselves from the incident, and say from where', () => {
    const first = filled('initial', known)
    expect(first.title).toBe('Problems with Payments')
    expect(first.body).toBe(
      [
        'Since about 14:00 UTC there are problems with Payments. One in three card payments fails.',
        'We are looking for the cause.',
        'We will write again by 14:35 UTC, and sooner if there is something you should know.',
      ].join('\n\n'),
    )
    expect(first.nextUpdateAt).toBe(story.minute(35))
    expect(first.status).toBe('investigating')
    expect(first.fields.find(field => field.name === 'impact')).toEqual({
      name: 'impact',
      label: 'what customers notice',
      from: 'impact',
      value: 'one in three card payments fails',
      source: 'impact of the incident',
      ...{ code: 'fact-impact', values: {} },
      missing: false,
    })
  })

  it('[TM3] show a hole as ⟦label⟧ and name it', () => {
    const first = filled('initial', bare)
    expect(first.body).toContain('⟦what customers notice⟧')
    expect(first.title).toBe('Problems with ⟦product or service⟧')
    expect(missing(first)).toEqual(['service', 'impact'])
  })

  it('[TM3] a field that nobody must fill is no hole', () => {
    expect(missing(filled('resolution', known))).toEqual([])
    expect(filled('resolution', known).body).not.toMatch(/\[|What happened/)
    expect(filled('resolution', known, { cause: 'A bad release.' }).body).toContain('What happened: A bad release.')
  })

  it('[TM4] the writer’s words win over the record’s; blank ones do not', () => {
    const first = filled('initial', known, { service: 'Checkout', impact: '  ', nobody: 'asked' })
    expect(first.title).toBe('Problems with Checkout')
    expect(first.fields.find(field => field.name === 'service')).toMatchObject({ source: '', value: 'Checkout' })
    expect(first.body).toContain('One in three')
  })

  it('[TM5] the promise is the writer’s time, else the rhythm of the severity, else a hole', () => {
    expect(filled('progress', known, {}, story.minute(50))).toMatchObject({
      nextUpdateAt: story.minute(50),
      body: expect.stringContaining('by 14:50 UTC'),
    })
    expect(filled('progress', { ...known, severity: 'SEV-2' }).nextUpdateAt).toBe(story.minute(65))
    expect(missing(filled('progress', { ...known, severity: 'SEV-4' }))).toEqual(['next_update'])
    expect(filled('progress', known, {}, story.minute(11 * 60)).body).toContain('21 November, 01:00 UTC')
  })

  it('[TM6] a resolution says resolved and promises nothing, and nothing else says resolved', () => {
    expect(filled('resolution', known, {}, story.minute(50))).toMatchObject({ status: 'resolved', nextUpdateAt: null })
    expect(filled('progress', { ...known, status: 'resolved' }).status).toBe('monitoring')
    expect(filled('resolution', { ...known, ended: { ...began, at: story.minute(65) } }).body).toContain(
      'lasted 1 hour 5 minutes',
    )
  })

  it('[TM7] text that looks like a template is text', () => {
    const hostile = '{{ service }}{% for i in (1..9) %}x{% endfor %}{% include "/etc/passwd" %}'
    const first = filled('initial', { ...known, impact: hostile }, { workaround: hostile })
    expect(first.body.split(hostile)).toHaveLength(3)
  })

  it('[TM7] whatever the incident holds, a filled template is whole', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.constantFrom('{{ constructor }}', '{%', '{{', '}}', '{% raw %}', '__proto__', '\u202e\u0000', '$&', '\\u0000'),
    )
    const instant = fc.integer({ min: 0, max: 8_640_000_000_000_000 - 86_400_000 })
    fc.assert(
      fc.property(
        fc.record({ impact: text, title: text, service: fc.option(text), declaredAt: instant, now: instant }),
        fc.constantFrom(...severities),
        fc.constantFrom(...statuses),
        fc.constantFrom(...ours.list().map(({ name }) => name)),
        fc.dictionary(fc.constantFrom('service', 'impact', 'workaround', '__proto__', 'constructor'), text),
        fc.option(instant),
        ({ impact, title, service, declaredAt, now }, severity, status, template, fields, nextUpdateAt) => {
          const incident = { ...bare, impact, title, declaredAt, severity, status, pages: [{ ...page, service }] }
          const reply = ours.fill(incident, { template, fields, nextUpdateAt }, at(now))
          if (!reply.ok) throw new Error(reply.fault.message)
          const said = [impact, service ?? '', ...Object.values(fields)].join()
          for (const word of ['undefined', '[object', 'NaN', 'null', 'Invalid']) {
            if (!said.includes(word)) expect(reply.value.body + reply.value.title).not.toContain(word)
          }
          for (const sign of ['\u0000', '\u001b', '\u202e']) expect(reply.value.body).not.toContain(sign)
          expect(reply.value.title.length).toBeLessThanOrEqual(255)
          for (const field of reply.value.fields)
            if (field.missing) expect(reply.value.title + reply.value.body).toContain(`⟦${field.label}⟧`)
        },
      ),
      { numRuns: 300 },
    )
  })

  it('[TM8] an unknown template is not found', () => {
    const reply = ours.fill(bare, { template: '../package', fields: {}, nextUpdateAt: null }, at(0))
    expect(reply).toMatchObject({ ok: false, fault: { kind: 'not-found' } })
  })
})

describe('a team’s own templates', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'templates-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const head = (more = '') =>
    `---\ntitle: Ours\nstage: progress\nheadline: Hm\nfields:\n  - name: a\n    label: an a\n${more}---\n`

  function problemOf(text: string): string {
    writeFileSync(join(folder, 'progress-ours.liquid'), text)
    return openTemplates({ shipped: folder }).problems.join()
  }

  it.each([
    ['no head', 'Hello', 'line 1, column 1: must start with a head'],
    ['broken YAML', '---\ntitle: [\n---\nx', 'line 2, column 9: '],
    ['a wrong stage', head().replace('progress', 'later'), 'line 3, column 8: stage'],
    ['a key nobody knows', head('colour: red\n'), 'line 2, column 1: the head'],
    ['a label with brackets', head().replace('an a', '"[a]"'), 'line 7, column 12: fields.0.label'],
    ['a fact that is not there', head('    from: weather\n'), 'line 8, column 11: fields.0.from'],
    ['a field twice', head('  - name: a\n    label: again\n'), '“a” is defined twice'],
    ['an unknown filter', `${head()}One\n{{ a | explode }}`, 'line 10, column 1: undefined filter: explode'],
    ['an unknown field', `${head()}{{ b }}`, 'line 9, column 4: undefined variable: b'],
    [
      'an unknown field in the headline',
      head().replace('Hm', '"So {{ b }}"'),
      'line 4, column 18: undefined variable: b',
    ],
    ['an unclosed tag', `${head()}\n\n{% if a %}`, 'line 11'],
    ['a file from outside', `${head()}{% include "/etc/hostname" %}`, 'line 9'],
    ['a file from outside, rendered', `${head()}{% render '../../package.json' %}`, 'line 9'],
    ['a layout from outside', `${head()}{% layout '/etc/hostname' %}`, 'line 9'],
    ['an endless loop', `${head()}{% for i in (1..900000000) %}x{% endfor %}`, 'line 9, column 1: memory'],
    ['a prototype', `${head()}{{ a.constructor.name }}`, 'line 9, column 4: undefined variable'],
  ])('[TM9] %s is said with file and line', (_what, text, words) => {
    const problem = problemOf(text)
    expect(problem).toContain(`${join(folder, 'progress-ours.liquid')}, line `)
    expect(problem).toContain(words)
  })

  it('[TM9] a broken file is listed, says why when chosen, and leaves the others alone', () => {
    writeFileSync(join(folder, 'good.liquid'), `${head()}Yes: {{ a }}`)
    writeFileSync(join(folder, 'initial-bad.liquid'), `${head()}{% if`)
    writeFileSync(join(folder, 'notes.txt'), 'not a template')
    const templates = openTemplates({ shipped: folder })
    expect(templates.list()).toEqual([
      {
        ...{ name: 'initial-bad', title: 'initial-bad (broken)', stage: 'initial', audience: 'customers' },
        problem: expect.objectContaining({ code: 'file-place' }),
      },
      {
        name: 'good',
        title: 'Ours',
        stage: 'progress',
        audience: 'customers',
        version: expect.stringMatching(/^[0-9a-f]{12}$/),
      },
    ])
    const fill = (template: string) => templates.fill(bare, { template, fields: { a: 'b' }, nextUpdateAt: null }, at(0))
    expect(fill('good')).toMatchObject({ ok: true, value: { body: 'Yes: b' } })
    expect(fill('initial-bad')).toMatchObject({
      ok: false,
      fault: { kind: 'refused', message: expect.stringContaining('initial-bad.liquid, line ') },
    })
  })

  it('[TM9] a folder that is not there is one problem, and no crash', () => {
    const templates = openTemplates({ shipped: join(folder, 'nowhere') })
    expect(templates.list()).toEqual([])
    expect(templates.problems[0]).toContain('nowhere')
  })

  it('[TM9] are read when somebody asks for the first time, and not in the start; what is wrong is said once', () => {
    const told: (readonly string[])[] = []
    const templates = readTemplatesLater({ shipped: folder }, problems => void told.push(problems))
    writeFileSync(join(folder, 'good.liquid'), `${head()}Yes: {{ a }}`)
    writeFileSync(join(folder, 'initial-bad.liquid'), `${head()}{% if`)
    expect(told).toEqual([])
    expect(templates.list().map(({ name }) => name)).toEqual(['initial-bad', 'good'])
    expect(templates.list()).toHaveLength(2)
    expect(told).toEqual([[expect.stringContaining('initial-bad.liquid')]])
    expect(templates.problems).toEqual(told[0])
  })

  it('[TM9] and a moment after the start though nobody asks', async () => {
    writeFileSync(join(folder, 'initial-bad.liquid'), `${head()}{% if`)
    const told = Promise.withResolvers<readonly string[]>()
    readTemplatesLater({ shipped: folder }, told.resolve)
    // The timer keeps no process running; this one does, until it has come.
    const awake = setInterval(() => undefined, 1_000)
    expect(await told.promise).toHaveLength(1)
    clearInterval(awake)
  })

  it('[TM9] reads files written on Windows', () => {
    writeFileSync(join(folder, 'good.liquid'), `\ufeff${head()}Yes: {{ a }}`.replace(/\n/g, '\r\n'))
    expect(openTemplates({ shipped: folder }).problems).toEqual([])
  })
})
