import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type BuiltDesktop, openBuiltDesktop, whyNoBuiltDesktop } from '../support/built-desktop'

const lacking = whyNoBuiltDesktop()

async function temporaryHome(): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'quarterdeck-window-'))
  onTestFinished(() => rm(home, { recursive: true, force: true, maxRetries: 5 }))
  return home
}

async function opened(home: string): Promise<BuiltDesktop> {
  const desktop = await openBuiltDesktop(home)
  onTestFinished(desktop.stop)
  return desktop
}

async function closed(desktop: BuiltDesktop): Promise<void> {
  await desktop.page.close()
  await desktop.exited
}

const placeFile = (desktop: BuiltDesktop) =>
  desktop.evaluate(({ app }) => `${app.getPath('userData')}/window.json`, null)

describe.skipIf(lacking !== null)(`the built window${lacking === null ? '' : `, skipped: ${lacking}`}`, () => {
  it('opens where it was closed, shows itself once it has something to show, and opens in spite of a broken record', {
    timeout: 240_000,
  }, async () => {
    const home = await temporaryHome()
    const first = await opened(home)
    // Quarterdeck is started a second time.
    await expect.poll(() => first.recorded('single-instance-lock')).toHaveLength(1)
    await first.evaluate(({ app }) => void app.emit('second-instance', {}, [], ''), null)
    await expect.poll(() => first.recorded('window-focused')).toHaveLength(1)
    const file = await placeFile(first)
    await closed(first)
    const place = { bounds: { x: 40, y: 30, width: 1200, height: 700 }, maximized: false }
    await writeFile(file, JSON.stringify({ place }))
    const second = await opened(home)
    await expect.poll(() => second.recorded('window')).toMatchObject([{ ...place.bounds, show: false }])
    await expect.poll(() => second.recorded('window-shown')).toHaveLength(1)
    await closed(second)
    await writeFile(file, '{"place": {"bou')
    expect(await (await opened(home)).recorded('window')).toMatchObject([{ width: 1600, height: 960 }])
  })
})
