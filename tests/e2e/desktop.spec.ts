import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect } from '@playwright/test'
import type { RequestId } from '../../src/shared/domain/ids'
import { type DesktopRun, launchStandin } from '../standin/launch'
import { launchElectron, whyNoElectron } from '../standin/launch-electron'

const main = 'out/main/index.js'

/** The built desktop application with a data folder of its own, ended with it whatever the test does. */
const test = base.extend<{ host: 'stand-in' | 'electron'; desktop: DesktopRun }>({
  host: ['stand-in', { option: true }],
  desktop: async ({ host }, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'quarterdeck-desktop-'))
    const env = { ...process.env, XDG_CONFIG_HOME: join(folder, 'profile') }
    const launch = host === 'electron' ? launchElectron : launchStandin
    const desktop = await launch({ main, args: ['--no-drill', '--data', join(folder, 'data')], env })
    try {
      await use(desktop)
    } finally {
      await desktop.stop()
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  },
})

const lacking = whyNoElectron()
const hosts = {
  'stand-in': 'the built desktop on the stand-in',
  electron: `the built desktop on Electron${lacking === null ? '' : `, skipped: ${lacking}`}`,
} as const

for (const host of ['stand-in', 'electron'] as const) {
  test.describe(hosts[host], () => {
    test.use({ host })
    test.skip(host === 'electron' && lacking !== null, lacking ?? '')

    test('loads the cockpit over app:// without an error', async ({ desktop }) => {
      const url = await desktop.evaluate(
        ({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.webContents.getURL()),
        null,
      )
      expect(url).toEqual(['app://quarterdeck/'])
      await expect(desktop.page).toHaveTitle(/Quarterdeck/)
    })

    test('carries a call through the preload to the engine and back', async ({ desktop }) => {
      const reply = await desktop.page.evaluate(
        id => window.quarterdeck?.call(id, 'session:hello', { name: 'Ada', screen: 'test' }),
        newRequest(),
      )
      expect(reply).toMatchObject({ ok: true, value: { me: { name: 'Ada' }, world: { kind: 'real' } } })
    })

    test('answers nonsense with a fault, on either side of the preload', async ({ desktop }) => {
      const ask = (name: string, input: unknown) =>
        desktop.page.evaluate(({ id, name, input }) => window.quarterdeck?.call(id, name, input), {
          id: newRequest(),
          name,
          input,
        })
      expect(await ask('no:such-call', {})).toMatchObject({ ok: false, fault: { kind: 'refused' } })
      expect(await ask('incident:declare', { title: 7 })).toMatchObject({ ok: false, fault: { kind: 'invalid-input' } })
    })

    test('brings what the engine tells unasked', async ({ desktop }) => {
      const heard = await desktop.page.evaluate(
        async ({ id, incident }) => {
          const pushed = Promise.withResolvers<unknown>()
          const stop = window.quarterdeck?.onPush((name, payload) => {
            if (name === 'incidents') pushed.resolve(payload)
          })
          await window.quarterdeck?.call(id, 'session:hello', { name: null, screen: 'test' })
          const declared = { incident, title: 'Checkout is down', severity: 'SEV-1', impact: '' }
          const reply = await window.quarterdeck?.call(crypto.randomUUID() as typeof id, 'incident:declare', declared)
          if (reply?.ok !== true) throw new Error(JSON.stringify(reply))
          const payload = await pushed.promise
          stop?.()
          return payload
        },
        { id: newRequest(), incident: crypto.randomUUID() },
      )
      expect(heard).toEqual([expect.objectContaining({ title: 'Checkout is down', severity: 'SEV-1' })])
    })

    test('quits with exit code 0 when its window is closed', async ({ desktop }) => {
      await desktop.page.close()
      expect(await desktop.exited).toBe(0)
    })

    test('quits with exit code 0 when it is told to end', async ({ desktop }) => {
      // Not awaited: the process may end before it has answered.
      void desktop.evaluate(() => process.kill(process.pid, 'SIGTERM'), null).catch(() => undefined)
      expect(await desktop.exited).toBe(0)
    })
  })
}

function newRequest(): RequestId {
  return crypto.randomUUID() as RequestId
}
