import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import { type RunningCockpit, startCockpit } from '../support/running-cockpit'

const running: RunningCockpit[] = []
const folders: string[] = []

test.afterEach(async () => {
  for (const cockpit of running.splice(0)) await cockpit.stop()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

async function open(page: Page): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-handed-'))
  folders.push(folder)
  const cockpit = await startCockpit(['--no-drill', '--data', folder])
  running.push(cockpit)
  await page.goto(cockpit.url)
  await page.getByRole('button', { name: 'Open a Quarterdeck file' }).waitFor()
}

async function drop(page: Page, name: string, bytes: Buffer): Promise<void> {
  const transfer = await page.evaluateHandle(
    ({ name: called, data }) => {
      const made = new DataTransfer()
      made.items.add(new File([Uint8Array.from(atob(data), letter => letter.charCodeAt(0))], called))
      return made
    },
    { name, data: bytes.toString('base64') },
  )
  await page.dispatchEvent('body', 'dragover', { dataTransfer: transfer })
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer })
}

test('[BN2] [OW5] one browser hands an incident over by a file, another one looks at it, continues with it and sends', async ({
  page,
  browser,
}, info) => {
  await open(page)
  await page.keyboard.press('n')
  const declaring = page.getByRole('dialog', { name: 'Declare' })
  await declaring.getByLabel('Title').fill('Checkout is down')
  await page.keyboard.press('Control+Enter')
  await expect(declaring).toBeHidden()
  await page.keyboard.press('O')
  await page.keyboard.press('e')
  const exporting = page.getByRole('dialog', { name: 'Export the incident' })
  await exporting.getByRole('radio', { name: /Hand over/ }).press('2')
  await exporting.getByLabel('Who continues').fill('Bo')
  await exporting.getByLabel('Passphrase').fill('correct horse')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = join(info.outputDir, 'handed.quarterdeck')
  await (await download).saveAs(file)
  await expect(exporting.getByText('It opens with its passphrase only.')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(exporting).toBeHidden()
  await expect(page.getByText('Nobody sends until Bo accepts.')).toBeVisible()

  const other = await browser.newPage()
  await open(other)
  const opening = other.getByRole('dialog', { name: 'Open a Quarterdeck file' })
  // Dropped before the page's later parts are there, a file is not taken: a person drops it again.
  await expect(async () => {
    await drop(other, 'handed.quarterdeck', readFileSync(file))
    await expect(opening).toBeVisible({ timeout: 3_000 })
  }).toPass()
  await opening.getByLabel('Passphrase').fill('wrong horse')
  await other.keyboard.press('Enter')
  await expect(opening.getByText('That passphrase does not open this file.')).toBeVisible()
  await opening.getByLabel('Passphrase').fill('correct horse')
  await other.keyboard.press('Enter')
  await expect(opening.getByText('New key, calls itself')).toBeVisible()
  await other.keyboard.press('Enter')
  await expect(opening).toBeHidden()
  await expect(other.getByText('Nobody sends for this incident.')).toBeVisible()
  await other.keyboard.press('O')
  await other.keyboard.press('t')
  await other.getByRole('dialog').getByRole('button', { name: 'Take over' }).click()
  await expect(other.getByText('Nobody sends for this incident.')).toBeHidden()

  // It is taken back by one key: of two, the first in order sends once they hear of each other.
  await page.keyboard.press('O')
  await page.keyboard.press('t')
  await expect(page.getByText('Nobody sends until Bo accepts.')).toBeHidden()
  await other.close()
})
