import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { type IncidentId, newId, type UpdateId } from '../../src/shared/domain/ids'
import type { Channel, UpdateContent } from '../../src/shared/domain/update'
import { whenOpen } from '../support/followed-log'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'
import { type SlowStatuspage, startSlowStatuspage } from '../support/slow-statuspage'

const channel: Channel = {
  ...{ vendor: 'statuspage', connection: 'sp' as Channel['connection'], target: 'p1', label: 'Acme Status' },
}
const content: UpdateContent = {
  ...{
    stage: 'initial',
    channel,
    title: 'Payments fail',
    body: 'Some payments fail. We are looking into it. Next update within the hour.',
    status: 'investigating',
  },
  ...{ components: {}, notify: true, nextUpdateAt: null },
}
const incident = newId<IncidentId>()
const update = newId<UpdateId>()
const posts = () => page.requests.filter(request => request.startsWith('POST'))
let room: string
let page: SlowStatuspage
const running: RunningCockpit[] = []

test.beforeEach(async () => {
  room = mkdtempSync(join(tmpdir(), 'quarterdeck-copied-'))
  page = await startSlowStatuspage(true)
})

test.afterEach(async () => {
  for (const cockpit of running.splice(0)) await cockpit.kill()
  await page.stop()
  rmSync(room, { recursive: true, force: true })
})

async function open(folder: string): Promise<RunningCockpit> {
  const cockpit = await startCockpit(['--no-drill', '--data', folder], { QUARTERDECK_TOKEN_SP: 'planted-token' })
  running.push(cockpit)
  return cockpit
}

/** A copy of a folder whose engine was killed while it was publishing an update. */
async function copyInTheMidst(): Promise<string> {
  const [folder, copy] = [join(room, 'first'), join(room, 'copy')]
  execFileSync('mkdir', ['-m', '700', folder])
  const connections = [{ id: 'sp', vendor: 'statuspage', name: 'Acme Status', baseUrl: page.baseUrl, pageId: 'p1' }]
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ connections, cancelWindow: 0, approvalFor: [] }))
  const first = await open(folder)
  const link = await first.link()
  await whenOpen(link)
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-1', impact: '' })
  await link.call('comms:draft', { incident, update, content })
  expect(await link.call('comms:publish', { incident, update })).toMatchObject({ ok: true })
  await page.posted
  await first.kill()
  link.close()
  execFileSync('cp', ['-a', folder, copy])
  return copy
}

test('[WS4] a copied folder asks in every window and after every restart, and sends nothing by the answer', async ({
  page: one,
  context,
}) => {
  const copy = await copyInTheMidst()
  const before = await open(copy)
  await one.goto(before.url)
  const strip = (on = one) => on.getByRole('complementary', { name: 'Copied data folder' })
  await expect(strip()).toContainText('Copied or restored. Is the other one still running?')
  await expect(strip()).toContainText('1 request was started in the other one')
  await before.kill()
  const cockpit = await open(copy)
  await one.goto(cockpit.url)
  const other = await context.newPage()
  await other.goto(cockpit.url)
  for (const on of [one, other]) await expect(strip(on)).toHaveAttribute('data-copied', 'asked')
  // With the mouse in one window, and then with the keyboard in the other.
  await strip().getByRole('button', { name: 'It is still in use' }).click()
  for (const on of [one, other]) await expect(strip(on)).toContainText('This one sends none of them')
  await other.bringToFront()
  await other.keyboard.press('O')
  await other.keyboard.press('a')
  await expect(strip(other).getByRole('button', { name: 'The other one is gone' })).toBeFocused()
  await other.keyboard.press('Enter')
  for (const on of [one, other]) await expect(strip(on)).toContainText('1 request needs your decision')
  expect(posts()).toHaveLength(1)
  // One act for it: it is looked for, found, and not sent again.
  await strip(other).getByRole('button', { name: 'Show them' }).click()
  await other.getByRole('dialog').getByRole('button', { name: 'Send again' }).click()
  for (const on of [one, other]) await expect(strip(on)).toHaveCount(0)
  await expect(other.getByRole('dialog')).toContainText('done')
  expect(posts()).toHaveLength(1)
})

test('[OW4] a copy of a folder that still runs says who sends for its incident, and takes over with a key', async ({
  page: one,
}) => {
  const cockpit = await open(await copyInTheMidst())
  await one.goto(cockpit.url)
  const sender = one.getByRole('complementary', { name: 'Who sends' })
  await expect(one.getByRole('complementary', { name: 'Copied data folder' })).toBeVisible()
  await expect(sender).toHaveCount(0)
  await one.getByRole('button', { name: 'It is still in use' }).click()
  await expect(sender).toContainText('Quarterdeck sends for this incident. Requests made here wait.')
  await one.keyboard.press('O')
  await one.keyboard.press('t')
  const dialog = one.getByRole('dialog', { name: 'Take over sending for the incident' })
  await expect(dialog).toContainText('it can still finish a request it started')
  await expect(dialog).toContainText('No requests are waiting, so nothing is sent')
  await one.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await sender.getByRole('button', { name: 'Take over' }).click()
  await dialog.getByRole('button', { name: 'Take over' }).click()
  await expect(sender).toHaveCount(0)
  await expect(one.getByRole('region', { name: 'Timeline' })).toContainText('Sends for this incident from now on')
  expect(posts()).toHaveLength(1)
})
