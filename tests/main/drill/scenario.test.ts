import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { listScenarios, loadScenario } from '../../../src/main/engine/drill/scenario'
import { MINUTE } from '../../../src/shared/lib/time'

const original = readFileSync('resources/drills/payments-outage.yaml', 'utf8')
let folder = ''

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'drill-scenario-'))
})
afterAll(() => rmSync(folder, { recursive: true }))

/** What loading says of the original with one text replaced. */
function mistake(from: string, to: string): { message: string; line: number } {
  const at = original.indexOf(from)
  expect(at, `"${from}" is in the scenario`).toBeGreaterThan(-1)
  const file = join(folder, 'broken.yaml')
  writeFileSync(
    file,
    original.replace(from, () => to),
  )
  const reply = loadScenario(file)
  expect(reply.ok).toBe(false)
  const message = reply.ok ? '' : reply.fault.message
  expect(message.startsWith(`${file}:`), message).toBe(true)
  expect(message).not.toContain('\n')
  return { message: message.slice(file.length + 1), line: original.slice(0, at).split('\n').length }
}

describe('payments-outage.yaml', () => {
  it('[SC1] loads, with its instants in milliseconds', () => {
    const reply = loadScenario('resources/drills/payments-outage.yaml')
    expect(reply).toMatchObject({ ok: true, value: { name: 'payments-outage', length: 75 * MINUTE } })
    if (!reply.ok) return
    expect(reply.value.people).toHaveLength(5)
    expect(reply.value.panels).toHaveLength(8)
    expect(reply.value.statuspage.components).toHaveLength(6)
    expect(reply.value.pagerduty.pages.map(page => page.at)).toEqual([2, 4.5, 5.5, 29].map(minutes => minutes * MINUTE))
    expect(reply.value.slack.messages[0]?.at).toBe(-18 * MINUTE)
  })

  it('[SC2] is listed by name', () => {
    expect(listScenarios('resources/drills')).toEqual({ ok: true, value: ['database-failover', 'payments-outage'] })
  })
})

describe('a mistake in a scenario names file, line and field', () => {
  it.each([
    ['[SC3] a wrong word', 'unit: milliseconds', 'unit: fortnights', 'panels[1].unit: must be one of'],
    ['[SC4] a wrong instant', "length: '75:00'", 'length: 75', 'length: must be a text, and is a number'],
    [
      '[SC5] an instant with 60 seconds',
      "['1:20', 2.6]",
      "['1:60', 2.6]",
      'signals.error-rate.keyframes[1][0]: must be',
    ],
    ['[SC6] an unknown field', 'seed: 41', 'sead: 41', 'seed: '],
    ['[SC7] a signal that does not exist', 'signal: requests', 'signal: request', 'panels[2].queries[0].signal: there'],
    [
      '[SC8] keyframes out of order',
      "['2:00', 6.8]",
      "['0:10', 6.8]",
      'signals.error-rate.keyframes[2]: must be later',
    ],
    ['[SC9] a page that ends first', "until: '21:00'", "until: '1:00'", 'pagerduty.pages[1].until: must be after "at"'],
    [
      '[SC14] an alert that comes back before it has gone',
      "pending: '29:20'",
      "pending: '19:20'",
      'alerts[0].again[0].pending: must be after "until"',
    ],
    ['[SC10] another format', 'format: 1', 'format: 2', 'format: must be 1: this version reads no other format'],
  ])('%s', (_rule, from, to, expected) => {
    const { message, line } = mistake(from, to)
    const [where, ...said] = message.split(': ')
    expect(said.join(': ')).toContain(expected)
    if (!expected.startsWith('seed')) expect(Number(where)).toBe(line)
  })

  it('[SC11] a field too much is named at its own line', () => {
    const { message, line } = mistake('seed: 41', 'seed: 41\nspeed: 3')
    expect(message).toBe(`${line + 1}: speed: is not a known field`)
  })

  it('[SC12] a missing field is named at the thing that should have it', () => {
    const { message, line } = mistake('    title: Latency\n', '')
    expect(message).toMatch(new RegExp(`^${line - 1}: panels\\[1\\]\\.title: `))
  })

  it('[SC13] broken YAML, a file that is not there, a folder that is not there', () => {
    expect(mistake('panels:', 'panels: [').message).toMatch(/^\d+: /)
    expect(loadScenario(join(folder, 'none.yaml'))).toMatchObject({ ok: false })
    expect(listScenarios(join(folder, 'none'))).toMatchObject({ ok: false })
  })
})
