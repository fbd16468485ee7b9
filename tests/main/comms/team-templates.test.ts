import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import type { FilledTemplate } from '../../../src/shared/contract/comms'
import * as story from '../../support/folded-incident'

const { incident } = story.recordOf([story.declared()])
const ground = { now: story.minute(3), publicName: () => undefined }

describe('[TM13] a team’s folder of templates', () => {
  const shipped = join(import.meta.dirname, '../../../resources/templates')
  const body = (text: string) => `---\ntitle: Ours\nstage: progress\nheadline: Hm\nfields: []\n---\n${text}`
  let root: string
  let team: string
  let wall = 0
  const open = () => openTemplates({ shipped, team }, { wall: () => wall })
  /** Late enough for another look. */
  const filledBy = (templates: ReturnType<typeof openTemplates>, template: string) => {
    wall += 2_000
    const reply = templates.fill(incident, { template, fields: {}, nextUpdateAt: null }, ground)
    return reply.ok ? reply.value : reply.fault.message
  }
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'team-templates-'))
    team = join(root, 'templates')
    wall = 0
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('need not be there, and one that appears is found while the engine runs', () => {
    const templates = open()
    expect(templates.problems).toEqual([])
    mkdirSync(join(team, 'payments'), { recursive: true })
    writeFileSync(join(team, 'payments', 'slow.liquid'), body('Slow'))
    expect(filledBy(templates, 'payments/slow')).toMatchObject({ body: 'Slow' })
    expect(templates.list().map(({ name }) => name)).toContain('payments/slow')
  })

  it('replaces ours of the same name, and ours is back once the file is gone', () => {
    mkdirSync(team)
    const templates = open()
    const before = filledBy(templates, 'progress')
    writeFileSync(join(team, 'progress.liquid'), body('By the team'))
    expect(filledBy(templates, 'progress')).toMatchObject({ body: 'By the team' })
    rmSync(join(team, 'progress.liquid'))
    expect(filledBy(templates, 'progress')).toEqual(before)
  })

  it('keeps what was last whole in use while a file is broken, and says where it is broken', () => {
    mkdirSync(team)
    const path = join(team, 'progress.liquid')
    writeFileSync(path, body('First'))
    const templates = open()
    const first = filledBy(templates, 'progress')
    writeFileSync(path, body('Second {% if'))
    expect(filledBy(templates, 'progress')).toEqual(first)
    const place = `${path}, line 7, column 8`
    expect(templates.problems).toEqual([expect.stringContaining(place)])
    expect(templates.list().find(({ name }) => name === 'progress')?.problem?.message).toContain(place)
    writeFileSync(path, body('Third'))
    expect(filledBy(templates, 'progress')).toMatchObject({ body: 'Third' })
    expect(templates.problems).toEqual([])
  })

  it('leaves ours in use where the team’s was never whole', () => {
    mkdirSync(team)
    const templates = open()
    const ofOurs = filledBy(templates, 'initial')
    writeFileSync(join(team, 'initial.liquid'), 'Hello')
    expect(filledBy(templates, 'initial')).toEqual(ofOurs)
    expect(templates.problems).toEqual([expect.stringContaining('line 1, column 1: must start with a head')])
  })

  it('is looked at no more than once a second, and less often where looking takes long', () => {
    mkdirSync(team)
    let now = 0
    const templates = openTemplates({ shipped, team }, { wall: () => now })
    expect(filledBy(templates, 'late')).toContain('late')
    writeFileSync(join(team, 'late.liquid'), body('Late'))
    now += 999
    expect(filledBy(templates, 'late')).toContain('late')
    now += 1
    expect(filledBy(templates, 'late')).toMatchObject({ body: 'Late' })
  })

  it('may be a link to a checkout; what begins with a dot, lies too deep or has too long a name is left out', () => {
    const checkout = join(root, 'checkout')
    mkdirSync(join(checkout, '.git'), { recursive: true })
    mkdirSync(join(checkout, 'a/b/c/d'), { recursive: true })
    writeFileSync(join(checkout, '.git', 'x.liquid'), body('x'))
    writeFileSync(join(checkout, 'a/b/c', 'y.liquid'), body('y'))
    writeFileSync(join(checkout, 'a/b/c/d', 'z.liquid'), body('z'))
    writeFileSync(join(checkout, `${'l'.repeat(81)}.liquid`), body('l'))
    symlinkSync(checkout, team)
    symlinkSync(join(root, 'nowhere'), join(checkout, 'dead.liquid'))
    const templates = open()
    const names = templates.list().map(({ name }) => name)
    expect(names).toContain('a/b/c/y')
    expect(names.filter(name => /[xzl]$/.test(name) && name.length !== 'initial'.length)).toEqual([])
    expect(templates.problems).toEqual([
      expect.stringContaining('dead.liquid does not exist'),
      expect.stringContaining('was skipped: its name has more than 80 characters'),
    ])
  })

  it('keeps its templates while it cannot be listed', () => {
    mkdirSync(team)
    writeFileSync(join(team, 'own.liquid'), body('Own'))
    const templates = open()
    expect(filledBy(templates, 'own')).toMatchObject({ body: 'Own' })
    renameSync(team, `${team}-away`)
    writeFileSync(team, 'a file where the folder was')
    expect(filledBy(templates, 'own')).toMatchObject({ body: 'Own' })
    expect(templates.problems.join()).toContain('cannot be read')
  })

  it('[TM14] a text has the version of the file that it was filled from', () => {
    mkdirSync(team)
    const path = join(team, 'own.liquid')
    const versionOf = (templates: ReturnType<typeof openTemplates>) =>
      (filledBy(templates, 'own') as FilledTemplate).version
    writeFileSync(path, body('One'))
    const templates = open()
    const first = versionOf(templates)
    writeFileSync(path, body('Two'))
    const second = versionOf(templates)
    expect(second).not.toBe(first)
    writeFileSync(path, body('One'))
    expect([versionOf(templates), versionOf(open())]).toEqual([first, first])
  })
})
