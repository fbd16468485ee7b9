import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, type Page, test } from '@playwright/test'
import { type RunningCockpit, startCockpit } from '../../support/running-cockpit'

let folder = ''
let cockpit: RunningCockpit
test.beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'quarterdeck-way-in-'))
  cockpit = await startCockpit(['--no-drill', '--data', folder])
})
test.afterEach(async () => {
  await cockpit.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Somebody else's server: answers all that is asked and remembers which cookies came along. */
async function stranger(
  port: number,
): Promise<{ readonly server: Server; readonly cookies: string[]; readonly port: number }> {
  const cookies: string[] = []
  const server = createServer((request, response) => {
    cookies.push(request.headers.cookie ?? '')
    response.end('<!doctype html><title>Somebody else</title>')
  })
  server.on('upgrade', (request, socket) => {
    cookies.push(request.headers.cookie ?? '')
    socket.destroy()
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return { server, cookies, port: typeof address === 'object' && address !== null ? address.port : 0 }
}

async function close(server: Server): Promise<void> {
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}

/** No file was fetched for as long as a browser waits between two that it fetches when it is idle. */
async function everythingFetched(page: Page): Promise<void> {
  const fetched = () => page.evaluate(() => performance.getEntriesByType('resource').length)
  let before = -1
  await expect
    .poll(
      async () => {
        const now = await fetched()
        const isSame = now === before
        before = now
        return isSame
      },
      { intervals: [2_000] },
    )
    .toBe(true)
}

const isOpen = (page: Page) => expect(page.getByText('Declare an incident').first()).toBeVisible()

test('the printed link ends at the folder’s own address, with what was stored at the old one', async ({ page }) => {
  const { port } = new URL(cockpit.printed)
  // As an earlier version left it: everything below the old address.
  await page.route(`http://127.0.0.1:${port}/earlier`, route =>
    route.fulfill({ contentType: 'text/html', body: 'earlier' }),
  )
  await page.goto(`http://127.0.0.1:${port}/earlier`)
  await page.evaluate(() => localStorage.setItem('quarterdeck.name', JSON.stringify('Ama Mensah')))

  await page.goto(`${cockpit.printed}#incident=none`)
  await page.waitForURL(`${cockpit.origin}/**`)
  await isOpen(page)
  expect(new URL(page.url()).pathname).toBe('/')
  expect(page.url()).not.toContain('Ama')
  expect(await page.evaluate(() => localStorage.getItem('quarterdeck.name'))).toBe('"Ama Mensah"')

  await page.reload()
  await isOpen(page)
  const again = await page.goto(cockpit.printed)
  expect(again?.status()).toBe(401)
})

test('its cookie goes to no other server of this machine', async ({ page }) => {
  await page.goto(cockpit.printed)
  await page.waitForURL(`${cockpit.origin}/**`)
  await isOpen(page)
  const other = await stranger(0)
  await page.goto(`http://127.0.0.1:${other.port}/`)
  await page.goto(`http://localhost:${other.port}/`)
  expect(other.cookies.length).toBeGreaterThanOrEqual(2)
  expect(other.cookies.filter(cookie => cookie !== '')).toEqual([])
  await close(other.server)
})

test('an open page gives its cookie to nobody who takes the engine’s place, and comes back to the engine', async ({
  page,
}) => {
  await page.goto(cockpit.url)
  await isOpen(page)
  // The page learns how the engine proves itself right after its line opened.
  await page.waitForFunction(() =>
    performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/proof-key')),
  )
  // Code that is fetched while nothing else is to do comes with the cookie too: here it has come.
  await everythingFetched(page)
  const port = new URL(cockpit.origin).port
  await cockpit.kill()
  const other = await stranger(Number(port))
  await expect(page.getByRole('alert').filter({ hasText: 'Another program is using' })).toBeVisible()
  expect(other.cookies.length).toBeGreaterThan(0)
  expect(other.cookies.filter(cookie => cookie !== '')).toEqual([])
  await close(other.server)

  cockpit = await startCockpit(['--no-drill', '--data', folder, '--port', port])
  await expect(page.getByRole('alert').filter({ hasText: 'answers' })).toBeHidden()
  await page.getByText('Declare an incident').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
})

for (const start of ['scripts/start.mjs', 'out/main/serve.js']) {
  test(`a second start on the same folder, by ${start}, opens the cockpit that runs`, async ({ page }) => {
    const second = spawn(process.execPath, [start, '--web', '--no-open', '--data', folder], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const [said, complaint, [code]] = await Promise.all([
      text(second.stdout),
      text(second.stderr),
      once(second, 'exit'),
    ])
    expect({ complaint, code }).toEqual({ complaint: '', code: 0 })
    const link = /^Quarterdeck is running already\. (?:Opening it at|Open it within a minute:) (\S+)\n$/.exec(said)?.[1]
    await page.goto(link ?? '')
    await page.waitForURL(`${cockpit.origin}/**`)
    await isOpen(page)
  })
}

test('the browser is given a file that only its owner can read, no link and no token', async ({ page }) => {
  const [bin, given] = [join(folder, 'bin'), join(folder, 'given.txt')]
  mkdirSync(bin)
  const script = `#!/bin/sh\n{ echo "$@"; env; } > ${given}.part && mv ${given}.part ${given}\n`
  writeFileSync(join(bin, 'xdg-open'), script, { mode: 0o755 })
  const second = spawn(process.execPath, ['scripts/start.mjs', '--web', '--data', folder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PATH: `${bin}:${process.env.PATH}`, QUARTERDECK_TOKEN_PAGER: 'planted' },
  })
  const said = await text(second.stdout)
  await expect.poll(() => existsSync(given)).toBe(true)
  const [file, ...environment] = readFileSync(given, 'utf8').split('\n')
  expect(file).toBe(join(folder, 'open.html'))
  expect(statSync(file ?? '').mode & 0o077).toBe(0)
  expect(environment.join('\n')).not.toMatch(/planted|\/enter\//)
  expect(said).toContain('/enter/')
  await page.goto(`file://${file}`)
  await page.waitForURL(`${cockpit.origin}/**`)
  await isOpen(page)
})
