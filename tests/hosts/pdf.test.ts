import { chmodSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { findChromium, openPdfPrinter } from '../../src/main/hosts/web/pdf'
import { scratchFolder } from '../support/folders'

const chromium = findChromium(process.env)
const leftOver = () => readdirSync(tmpdir()).filter(name => name.startsWith('quarterdeck-pdf-'))

it.skipIf(chromium === undefined)(
  '[FM4] prints a page with Chromium, and leaves nothing behind',
  { timeout: 90_000 },
  async () => {
    const before = leftOver()
    const printed = await openPdfPrinter(process.env)?.print('<!doctype html><title>T</title><p>Handoff</p>')
    expect(printed?.ok && Buffer.from(printed.value.subarray(0, 5)).toString()).toBe('%PDF-')
    expect(leftOver()).toEqual(before)
  },
)

it.skipIf(chromium === undefined)(
  '[FM4] asks nothing of the network while it prints',
  { timeout: 90_000 },
  async () => {
    let asked = 0
    const server = createServer((_, response) => {
      asked += 1
      response.end()
    }).listen(0, '127.0.0.1')
    await new Promise(resolve => server.once('listening', resolve))
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const printed = await openPdfPrinter(process.env)?.print(
      `<!doctype html><img src="http://127.0.0.1:${port}/a.png">`,
    )
    expect(printed?.ok).toBe(true)
    expect(asked).toBe(0)
  },
)

it('[FM4] says what stopped it, and leaves nothing behind', async () => {
  const program = join(scratchFolder(), 'chromium')
  writeFileSync(program, '#!/bin/sh\necho "no display here" >&2\nexit 3\n')
  chmodSync(program, 0o700)
  const before = leftOver()
  const printed = await openPdfPrinter({ QUARTERDECK_CHROMIUM: program })?.print('<p>')
  expect(printed).toEqual({ ok: false, fault: 'no display here' })
  expect(leftOver()).toEqual(before)
})

it('[FM4] is not there where no Chromium is', () => {
  expect(openPdfPrinter({ PATH: scratchFolder() })).toBeUndefined()
})
