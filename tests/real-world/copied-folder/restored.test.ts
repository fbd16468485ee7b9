import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openItems } from '../../../src/main/engine/storage/queued-items'
import { runCommandLine } from '../../../src/main/quarterdeck-commands'
import { MINUTE } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'
import type { Loopback } from '../../support/open-loopback'
import { folderWithUnfinished, openFolder, startSlack } from './stage'

/** Runs a restored folder for as long as anything could take to leave. */
async function letItRun(folder: string, vendor: Loopback) {
  const engine = openFolder(folder, vendor)
  engine.start()
  for (let minute = 0; minute < 5; minute += 1) {
    engine.clock.advance(MINUTE)
    await new Promise(done => setImmediate(done))
  }
  const states = new Set(openItems(engine.store.db).map(({ state }) => state))
  const incarnation = engine.store.origin.incarnation
  await engine.stop()
  return { states: [...states], incarnation, asked: vendor.seen.length }
}

const nothingSent = { states: ['left'], incarnation: 'new', asked: 0 }

it('[BU5] [OB23] a restored backup of a folder with unfinished requests is a new origin, and sends nothing', async () => {
  const vendor = await startSlack()
  const { folder } = await folderWithUnfinished(vendor)
  const place = scratchFolder()
  expect(runCommandLine(['backup', 'copy.sqlite', '--data', folder], place)).toMatchObject({ code: 0 })
  expect(runCommandLine(['restore', 'copy.sqlite', '--data', 'restored'], place)).toMatchObject({ code: 0 })
  for (const _ of ['first start', 'second start']) {
    const found = await letItRun(join(place, 'restored'), vendor)
    expect(found).toMatchObject({ states: ['left'], asked: 0 })
  }
})

it('[BU5] [OB23] the same of a backup of before folders had keys, which nothing else tells from the folder itself', async () => {
  const vendor = await startSlack()
  const older = join(import.meta.dirname, '../../fixtures/records/format-70/quarterdeck.sqlite')
  const place = scratchFolder()
  expect(runCommandLine(['restore', older, '--data', 'restored'], place)).toMatchObject({ code: 0 })
  expect(await letItRun(join(place, 'restored'), vendor)).toEqual(nothingSent)
})
