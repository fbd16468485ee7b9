import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readRunbook } from '../../../src/main/engine/runbooks/read-runbook'
import { compilePattern } from '../../../src/shared/domain/alerts/pattern/pattern'
import { type Runbook, type RunbookCommand, variablesIn } from '../../../src/shared/domain/runbook'

const resources = join(import.meta.dirname, '../../../resources')
const folder = join(resources, 'runbooks')
const names = readdirSync(folder).flatMap(file => (file === 'README.md' ? [] : [file.replace(/\.md$/, '')]))
const sections = [
  ...['Overview', 'Symptoms', 'Impact', 'Diagnosis', 'Mitigation: under 5 minutes', 'Mitigation: 5 to 30 minutes'],
  ...['Mitigation: more than 30 minutes', 'Escalation', 'Prevention', 'Related'],
]

describe('the runbooks that ship', () => {
  it('[RN5] are those of the practice: its three, five causes, four symptoms and the first five minutes', () => {
    expect(names.toSorted()).toEqual([
      ...['after-a-deployment', 'cdn-cache', 'connection-pool-exhausted', 'database-cpu', 'database-slow'],
      ...['dependency-down', 'first-five-minutes', 'high-error-rate', 'high-latency', 'high-memory', 'origin-load'],
      ...['out-of-resources', 'traffic-spike'],
    ])
  })

  it.each(names)('[RN5] %s is understood as a whole, with the sections of the practice in their order', name => {
    const { runbook, flaws } = read(name)
    expect(flaws).toEqual([])
    expect(runbook.steps.flatMap(({ level, heading }) => (level === 2 ? [heading] : []))).toEqual(sections)
    expect(runbook.head).toMatchObject({ owner: 'platform', updated: expect.any(String), risk: expect.any(String) })
  })

  it.each(names)('[RN5] %s has at most one command for each step, which needs no shell and says what it does', name => {
    for (const step of read(name).runbook.steps) {
      const commands = step.parts.filter(part => part.kind === 'command')
      expect(commands.length).toBeLessThanOrEqual(1)
      for (const command of commands) checkCommand(command)
    }
  })

  it.each(names)('[RN5] %s asks for what its commands name and nothing else, and takes no option for a value', name => {
    const { inputs } = read(name).runbook.head
    const named = commandsOf(read(name).runbook).flatMap(({ text, dry }) => variablesIn(`${text} ${dry ?? ''}`))
    expect(inputs.map(input => input.name).toSorted()).toEqual([...new Set(named)].toSorted())
    for (const { pattern, default: standard } of inputs) {
      const fits = compilePattern(pattern ?? '')
      if (!fits.ok) throw new Error(fits.fault.code)
      for (const bad of ['', '-rf', '--all', 'a b', 'a;b', '$(id)', 'a\nb', "a'b", 'а'])
        expect(fits.value(bad)).toBe(false)
      if (standard !== null) expect(fits.value(standard)).toBe(true)
    }
  })

  it.each(names)('[RN5] %s leads on to runbooks that are there', name => {
    const related = read(name).runbook.steps.find(({ heading }) => heading === 'Related')?.parts ?? []
    const others = related.flatMap(part => (part.kind === 'item' ? part.spans.map(({ text }) => text) : []))
    expect(others.length).toBeGreaterThan(0)
    for (const other of others) expect(names).toContain(other)
  })

  it('[RN5] the alerts of the practice have their thresholds and lead to a runbook that names them', () => {
    const { groups } = parse(readFileSync(join(resources, 'alerts/practice.rules.yaml'), 'utf8')) as RuleFile
    const rules = groups.flatMap(group => group.rules)
    expect(
      rules.map(rule => [rule.alert, rule.for, rule.labels.severity, /> ([\d.]+)\s*$/.exec(rule.expr)?.[1]]),
    ).toEqual([
      ['HighErrorRate', '5m', 'SEV-2', '0.05'],
      ['HighLatency', '10m', 'SEV-3', '1'],
      ['HighMemoryUsage', '5m', 'SEV-3', '0.9'],
    ])
    for (const { alert, annotations } of rules) {
      expect(read(annotations.runbook ?? '').runbook.head.alerts).toContain(alert)
      for (const text of ['summary', 'description', 'impact', 'value', 'threshold'])
        expect(annotations).toHaveProperty(text)
    }
  })

  it('[RN5] an alert of a drill has a runbook that names it', () => {
    const { alerts } = parse(readFileSync(join(resources, 'drills/payments-outage.yaml'), 'utf8')) as DrillFile
    const fired = alerts.map(alert => alert.name)
    for (const [name, alert] of [
      ['high-error-rate', 'PaymentsErrorRateHigh'],
      ['high-latency', 'PaymentsLatencyHigh'],
      ['connection-pool-exhausted', 'DatabasePoolExhausted'],
    ] as const) {
      expect(fired).toContain(alert)
      expect(read(name).runbook.head.alerts).toContain(alert)
    }
  })
})

interface RuleFile {
  readonly groups: readonly { readonly rules: readonly Rule[] }[]
}
interface Rule {
  readonly alert: string
  readonly expr: string
  readonly for: string
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
}
interface DrillFile {
  readonly alerts: readonly { readonly name: string }[]
}

/** One line that `execve` could take: nothing in it is for a shell but quotes around an argument. */
function checkCommand({ text, language, name, expect: expected, dry }: RunbookCommand): void {
  expect(name).toMatch(/^[a-z0-9-]+$/)
  expect(expected).not.toBeNull()
  if (language === 'promql') return
  for (const line of dry === null ? [text] : [text, dry]) {
    expect(line).toMatch(/^(kubectl|psql|curl|terraform|ansible-playbook|aws) /)
    expect(line).not.toContain('\n')
    expect(line.replace(/"[^"]*"/g, '""')).not.toMatch(/[|&;<>`*?~]|\$\(/)
  }
}

function commandsOf(runbook: Runbook): readonly RunbookCommand[] {
  return runbook.steps.flatMap(({ parts }) => parts.filter(part => part.kind === 'command'))
}

function read(name: string) {
  const reply = readRunbook(readFileSync(join(folder, `${name}.md`), 'utf8'), name)
  if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
  return reply.value
}
