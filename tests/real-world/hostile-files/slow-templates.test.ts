import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openTemplates } from '../../../src/main/engine/comms/templates'
import { compileTemplate } from '../../../src/main/engine/comms/templates-sandbox'
import { TimeOver, withinTime } from '../../../src/main/engine/guards/within-time'

/** A second for the work, and the rest for a slow machine. */
const ENDED = 30_000

/** For each of 40,000 a look at each of 40,000: hours, and no step of the template ends in between. */
const endless = `{% assign all = "${'a,'.repeat(40_000)}" | split: "," %}{{ all | find_exp: "x", "all | has_exp: 'y', 'y == 1'" }}`

it('[HF2] ends a filter in its midst', () => {
  const compiled = compileTemplate(endless)
  if (!compiled.ok) throw new Error(compiled.fault.flaw.code)
  const began = performance.now()
  expect(compiled.value({})).toMatchObject({
    ok: false,
    fault: { flaw: { code: 'template-slow', values: { most: 1_000 } } },
  })
  expect(performance.now() - began).toBeLessThan(ENDED)
})

it.each([
  [
    'a text that grows with every turn',
    '{% for a in (1..9000) %}{% for b in (1..90) %}{{ x }}{% endfor %}{% endfor %}',
  ],
  ['a replacement that makes more of it', `{{ x | replace: "a", "${'b'.repeat(50_000)}" }}`],
  ['a joint between many', `{{ x | split: "" | join: "${'b'.repeat(50_000)}" }}`],
  ['a date of a million places', '{{ "now" | date: "%1000000000Y" }}'],
])('refuses %s', (_name, text) => {
  const compiled = compileTemplate(text)
  const began = performance.now()
  const before = process.memoryUsage().rss
  expect(compiled.ok ? compiled.value({ x: 'a'.repeat(20_000) }) : compiled).toMatchObject({ ok: false })
  expect(performance.now() - began).toBeLessThan(ENDED)
  expect(process.memoryUsage().rss - before).toBeLessThan(300e6)
})

it('[HF2] lets the start wait for some of many slow templates only', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-templates-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const slow = `---\ntitle: T\nstage: progress\nheadline: H\nfields: []\n---\n${endless}`
  for (let at = 0; at < 30; at += 1) writeFileSync(join(folder, `${10 + at}.liquid`), slow)
  const began = performance.now()
  const { problems } = openTemplates({ shipped: folder })
  expect(performance.now() - began).toBeLessThan(60_000)
  expect(problems).toHaveLength(30)
  expect(problems[0]).toContain('took longer than 1,000 ms')
  expect(problems.at(-1)).toContain('was skipped: the templates before it took too long')
})

it('[HF4] lets the start wait only so long for a disk that answers slowly', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-templates-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const quick = '---\ntitle: T\nstage: progress\nheadline: H\nfields: []\n---\nYes'
  for (let at = 0; at < 20; at += 1) writeFileSync(join(folder, `${10 + at}.liquid`), quick)
  // Half a second passes on the wall while a file is read.
  let wall = 0
  const { problems } = openTemplates({ shipped: folder }, { wall: () => (wall += 500) })
  expect(wall).toBeLessThan(15_000)
  expect(problems.length).toBeGreaterThanOrEqual(5)
  expect(problems[0]).toContain('was skipped: the templates before it took too long')
})

it('[HF2] ends a pattern that would run for years, and leaves what ends by itself alone', () => {
  expect(() => withinTime(50, () => /^(a+)+$/.test(`${'a'.repeat(60)}b`))).toThrow(TimeOver)
  expect(withinTime(50, () => 7)).toBe(7)
  const broken = new RangeError('mine')
  expect(() =>
    withinTime(50, () => {
      throw broken
    }),
  ).toThrow(broken)
})

describe('[HF4] the time of such work', () => {
  /** Held still in its first attempts, as by a machine that does something else. */
  const heldStill = (attempts: number) => {
    let done = 0
    return () => {
      done += 1
      while (done <= attempts);
      return done
    }
  }

  it('is what its thread worked: what a busy machine held up begins anew', () => {
    expect(withinTime(20, heldStill(3), () => 0)).toBe(4)
  })

  it('ends all the same where the thread worked in several short spells', () => {
    let worked = 0
    expect(() => withinTime(20, heldStill(100), () => (worked += 6))).toThrow(TimeOver)
    expect(worked).toBeLessThan(60)
  })

  it('has an end on a machine that does nothing else for long', () => {
    expect(() => withinTime(20, heldStill(100), () => 0)).toThrow('longer than 20 ms')
  })
})
