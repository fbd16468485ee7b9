import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runBundleCommand } from '../../../src/main/quarterdeck-bundles'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { scratchFolder } from '../../support/folders'
import { runEngine } from '../../support/running-engine'
import { workerSource } from '../../support/worker-source'

const run = (...words: readonly string[]) => runBundleCommand(words, { from: scratchFolder(), worker: workerSource })

it('[BN7] exports beside a running engine, is refused to import into its folder, and imports into another one once', async () => {
  const [folder, into, other] = [scratchFolder(), scratchFolder(), scratchFolder()]
  const engine = runEngine(folder, {})
  await engine.hello()
  for (const title of ['Checkout is down', 'Ünïcode / ../..'])
    await engine.ask('incident:declare', {
      ...{ incident: newId<IncidentId>(), title, severity: 'SEV-2', impact: '' },
    })
  expect(await run('export', '--all', into, '--data', folder)).toMatchObject({ code: 0, problem: '' })
  const files = readdirSync(into)
  expect(files).toHaveLength(2)
  for (const name of files) expect(name).toMatch(/^[\w-]+\.quarterdeck$/)
  const [file = ''] = files.map(name => join(into, name))
  writeFileSync(join(folder, 'serving.json'), JSON.stringify({ pid: 4_711 }))
  expect(await run('import', file, '--data', folder)).toMatchObject({
    code: 2,
    out: '',
    problem: expect.stringContaining('process 4711'),
  })
  await engine.stop()
  expect(await run('import', file, '--data', other)).toMatchObject({
    code: 0,
    out: expect.stringMatching(/new key.*Imported: [1-9]\d* events added/s),
  })
  expect(await run('import', file, '--data', other)).toMatchObject({
    code: 2,
    problem: expect.stringContaining('--merge'),
  })
  expect(await run('import', file, '--merge', '--data', other)).toMatchObject({
    code: 0,
    out: expect.stringContaining(' 0 events added'),
  })
  writeFileSync(join(into, 'cut.quarterdeck'), 'PK')
  expect(await run('import', join(into, 'cut.quarterdeck'), '--data', other)).toMatchObject({
    code: 2,
    problem: expect.stringContaining('not a Quarterdeck file'),
  })
  expect(await run('export', into, '--data', folder)).toMatchObject({ code: 2 })
  expect(await run('verify')).toBeUndefined()
}, 60_000)
