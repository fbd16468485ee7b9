import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { findCommand, needs } from '../../../scripts/needs.mjs'
import { importDashboard } from '../../../src/main/engine/dashboards/import'
import { filledOf, resolveVariables } from '../../../src/main/engine/dashboards/resolve'
import { panelSpecs } from '../../../src/main/engine/dashboards/specs'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { MINUTE, SECOND } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import { inEnglish } from '../../support/in-english'
import { startScrapedMachine } from '../../support/node-exporter'
import { never } from '../http/loopback'
import { accountAt } from '../vendors/accounts'
import { documentAt, panelsOf } from './fixture'

const folder = process.env.QUARTERDECK_DASHBOARDS ?? '../shared/dashboards'
const programs = ['prometheus', 'node-exporter'].filter(name => {
  const need = needs.find(one => one.name === name)
  return need === undefined || findCommand(need) === null
})
const absent = [
  ...(existsSync(folder) ? [] : [`no folder ${folder}`]),
  ...programs.map(name => `${name} is not installed`),
]
const because = absent.length === 0 ? '' : ` (skipped: ${absent.join(', ')})`

describe.skipIf(absent.length > 0)(`node-exporter-full on a real Prometheus${because}`, () => {
  it('[DB9] chooses its variables and draws real data', { timeout: 240_000 }, async () => {
    const machine = await startScrapedMachine(scratchFolder())
    onTestFinished(machine.stop)
    const account = accountAt('prometheus', machine.origin, null)
    const now = Date.now()
    const names = account.names?.(now)
    const dashboard = importDashboard(documentAt(join(folder, 'node-exporter-full.json')), { through: 'prometheus' })
    const sources = () => [{ text: 'Test', value: 'test' }]
    const resolved = await resolveVariables(dashboard, { chosen: {}, names: () => names, sources, signal: never })
    expect(resolved.map(({ variable, chosen, problem }) => [variable.name, chosen.length, inEnglish(problem)])).toEqual(
      [
        ['ds_prometheus', 1, ''],
        ['job', 1, ''],
        ['nodename', 1, ''],
        ['node', 1, ''],
      ],
    )
    const keys = new Set(panelsOf(dashboard).map(panel => panel.key))
    const choice = { connection: 'p' as ConnectionId, through: 'prometheus', values: filledOf(resolved) } as const
    const plain = { problems: new Map(), scrape: null, sourceUid: () => null, link: () => undefined }
    const found = panelSpecs(dashboard, keys, { ...choice, ...plain })
    const specs = found.flatMap(one => ('spec' in one ? [one.spec] : []))
    expect([specs.length, new Set(specs.map(spec => spec.id)).size]).toEqual([125, 125])

    const window = { from: now - MINUTE, to: now, step: SECOND }
    const reply = await account.panels?.fetchPanels(specs, window, never)
    const answers = reply?.ok ? reply.value : []
    expect(answers).toHaveLength(125)
    // A problem would be a question that Prometheus cannot read: ours to mend.
    expect(answers.filter(answer => answer.problem !== '')).toEqual([])
    const titles = (drawn: boolean) =>
      answers.flatMap((answer, at) => (answer.series.length > 0 === drawn ? [specs[at]?.title ?? ''] : []))
    // What is left depends on the machine: sensors, power supplies, systemd and the like.
    expect(titles(true).length, `without data: ${titles(false).join(', ')}`).toBeGreaterThanOrEqual(70)
    expect(titles(true)).toEqual(expect.arrayContaining(['CPU Busy', 'RAM Used', 'Uptime']))
    process.stdout.write(`Of 125 panels ${titles(true).length} have data here; without: ${titles(false).join(', ')}\n`)
  })
})
