import { existsSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type EntryId, type IncidentId, newId } from '../../../src/shared/domain/ids'
import { texts } from '../../../src/shared/texts/texts'
import { whenOpen } from '../../support/followed-log'
import { type RunningCockpit, startCockpit } from '../../support/running-cockpit'
import { type SmallDisk, smallDisk } from '../../support/small-disk'

const incident = newId<IncidentId>()
let disk: SmallDisk | null
let running: RunningCockpit | undefined

test.beforeEach(() => {
  disk = smallDisk()
  // Only root may mount a disk that is small enough to be filled.
  test.skip(disk === null, 'no disk can be mounted here')
})
test.afterEach(async () => {
  await running?.stop()
  disk?.remove()
})

const start = async (folder: string) => {
  running = await startCockpit(['--no-drill', '--data', folder])
  return running
}

const line = (text: string) => {
  const entry = newId<EntryId>()
  return { incident, entry, kind: 'note', text, occurredAt: null, pinned: false } as const
}

/** A folder with an incident and a line, and its log of writes as a kill leaves it. */
async function recordOn(folder: string): Promise<void> {
  const cockpit = await start(folder)
  const link = await cockpit.link()
  await whenOpen(link)
  const declared = await link.call('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-2', impact: '' })
  expect(declared.ok).toBe(true)
  expect((await link.call('timeline:append', line('Pool is full.'))).ok).toBe(true)
  link.close()
  // Killed before its heads are noted for the first time, a folder says so at the next start.
  await expect.poll(() => existsSync(join(folder, 'heads.json'))).toBe(true)
  await cockpit.kill()
}

const copiesOf = ({ process: { pid } }: RunningCockpit) =>
  readdirSync(tmpdir()).filter(name => name.startsWith(`quarterdeck-reading-${pid}-`))

const cases = [
  {
    why: 'full',
    close: (folder: string) => disk?.fill(join(folder, 'filler')),
    open: (folder: string) => rmSync(join(folder, 'filler')),
  },
  { why: 'read-only', close: () => disk?.mountAgain('ro'), open: () => disk?.mountAgain('rw') },
] as const

for (const { why, close, open } of cases) {
  test(`[DF13] on a ${why} disk the record is shown, says so, and refuses to save; a restart saves again`, async ({
    page,
  }) => {
    const folder = join(disk?.folder ?? '', 'data')
    await recordOn(folder)
    close(folder)
    const cockpit = await start(folder)
    await page.goto(cockpit.printed)
    const said = texts.recordProblems.folderUnwritable
    await expect(page.getByRole('alert').filter({ hasText: said.wayOut })).toContainText(
      said.why[why].replace('{folder}', folder),
    )
    await expect(page.getByText('Pool is full.')).toBeVisible()
    const field = page.getByRole('textbox', { name: 'Timeline line' })
    await field.fill('Restarted the pool.')
    await field.press('Enter')
    await expect(page.getByText('Not saved: the record is read-only', { exact: false }).first()).toBeVisible()
    expect(copiesOf(cockpit)).toHaveLength(1)
    open(folder)
    await expect(page.getByText(said.again, { exact: false })).toBeVisible()
    expect(await cockpit.stop()).toBe(0)
    expect(copiesOf(cockpit)).toEqual([])
    const again = await start(folder)
    const link = await again.link()
    await whenOpen(link)
    expect((await link.call('timeline:append', line('Restarted the pool.'))).ok).toBe(true)
    const hello = await link.call('session:hello', { name: null, screen: 'test' })
    expect(hello.ok && hello.value.recordProblems).toEqual([])
    link.close()
  })
}
