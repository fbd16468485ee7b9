import { EventEmitter } from 'node:events'
import type { App, WebContents } from 'electron'
import { describe, expect, it, onTestFinished } from 'vitest'
import { linkedIncident, listenToLinks, registerLinks, withoutLinks } from '../../src/main/hosts/electron/deep-link'
import { recoverPage } from '../../src/main/hosts/electron/recovery'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import { type BuiltDesktop, openBuiltDesktop, whyNoBuiltDesktop } from '../support/built-desktop'
import { keptLogger } from '../support/kept-logger'

const incident = newId<IncidentId>()

describe('a link to an incident', () => {
  it.each([`quarterdeck://incident/${incident}`, `QUARTERDECK://incident/${incident}?from=chat`])(
    '%s names it',
    link => {
      expect(linkedIncident(link)).toBe(incident)
    },
  )

  it.each([
    `quarterdeck://incident/${incident}/../x`,
    `quarterdeck://other/${incident}`,
    `https://incident/${incident}`,
    'quarterdeck://incident/<script>',
    '--data',
    '',
  ])('%j names none', text => {
    expect(linkedIncident(text)).toBeNull()
  })

  it('is kept until there is a window, whichever way it came', () => {
    const app = new EventEmitter()
    const links = listenToLinks(app as App, ['--no-drill', `quarterdeck://incident/${incident}`])
    const opened: IncidentId[] = []
    links.serve(id => opened.push(id))
    expect(opened).toEqual([incident])
    const [second, third] = [newId<IncidentId>(), newId<IncidentId>()]
    app.emit('second-instance', {}, ['quarterdeck', `quarterdeck://incident/${second}`])
    app.emit('open-url', { preventDefault: () => undefined }, `quarterdeck://incident/${third}`)
    expect(opened).toEqual([incident, second, third])
    links.stop()
    expect(app.listenerCount('second-instance') + app.listenerCount('open-url')).toBe(0)
  })

  it('is none of the options', () => {
    const links = [`quarterdeck://incident/${incident}`, `QUARTERDECK://INCIDENT/${incident}`, 'Quarterdeck:']
    expect(withoutLinks(['--no-drill', ...links])).toEqual(['--no-drill'])
    expect(links.map(linkedIncident)).toEqual([incident, incident, null])
  })

  it('opens the cockpit and not an empty Electron where the program is not packed', () => {
    const asked: unknown[][] = []
    const app = (isPackaged: boolean) => ({
      isPackaged,
      setAsDefaultProtocolClient: (...given: unknown[]) => asked.push(given) > 0,
    })
    registerLinks(app(true), { execPath: '/opt/Quarterdeck', argv: ['/opt/Quarterdeck', 'quarterdeck://incident/1'] })
    registerLinks(app(false), { execPath: '/x/electron', argv: ['/x/electron', '/x/cockpit', '--no-drill'] })
    expect(asked).toEqual([['quarterdeck'], ['quarterdeck', '/x/electron', ['/x/cockpit']]])
  })
})

describe('a page whose process ends', () => {
  function page() {
    const [contents, given, done] = [new EventEmitter(), [] as string[], [] as string[]]
    const reload = () => void done.push('reload')
    let now = 0
    recoverPage(Object.assign(contents, { reload, isDestroyed: () => false }) as unknown as WebContents, {
      now: () => now,
      logger: keptLogger(),
      giveUp: reason => given.push(reason),
    })
    const end = (reason: string) => contents.emit('render-process-gone', {}, { reason, exitCode: 1 })
    const wait = (span: number) => {
      now += span
    }
    return { end, wait, given, done }
  }

  it('is loaded again, also much later', () => {
    const { end, wait, given, done } = page()
    for (let each = 0; each < 10; each += 1) {
      end('crashed')
      wait(30_000)
    }
    expect(done).toHaveLength(10)
    expect(given).toEqual([])
  })

  it('is given up when it ends again and again', () => {
    const { end, given, done } = page()
    for (let each = 0; each < 4; each += 1) end('oom')
    expect(done).toHaveLength(3)
    expect(given).toEqual(['oom'])
  })

  it('is left alone when it ended in order', () => {
    const { end, done } = page()
    end('clean-exit')
    expect(done).toEqual([])
  })
})

interface Menu {
  readonly items: readonly {
    readonly submenu?: readonly { readonly label?: string; readonly click?: (item: { checked: boolean }) => void }[]
  }[]
}

const lacking = whyNoBuiltDesktop()

describe.skipIf(lacking !== null)(`around the built window${lacking === null ? '' : `, skipped: ${lacking}`}`, () => {
  async function opened(): Promise<BuiltDesktop> {
    const desktop = await openBuiltDesktop()
    onTestFinished(desktop.stop)
    return desktop
  }

  /** Declares an incident from the page, and resolves with its id once it is open there. */
  async function declare({ page }: BuiltDesktop, title: string): Promise<IncidentId> {
    const id = newId<IncidentId>()
    const reply = await page.evaluate(
      ([request, input]) => window.quarterdeck?.call(request as never, 'incident:declare', input),
      [crypto.randomUUID(), { incident: id, title, severity: 'SEV-1', impact: '' }] as const,
    )
    expect(reply).toMatchObject({ ok: true })
    return id
  }

  it('badge and tray tell of an open incident, and the display stays awake for it', { timeout: 240_000 }, async () => {
    const desktop = await opened()
    await expect.poll(() => desktop.recorded('badge')).toEqual([0])
    await declare(desktop, 'Checkout is down')
    await expect.poll(() => desktop.recorded('badge')).toContain(1)
    await expect.poll(() => desktop.recorded('stay-awake')).toEqual(['prevent-display-sleep'])
    await expect.poll(() => desktop.recorded('tray-words')).toContain('Quarterdeck: SEV-1 Checkout is down')
    await expect.poll(() => desktop.recorded('shortcut')).toEqual(['CommandOrControl+Alt+Q'])
  })

  it('a link that another program opens shows its incident', { timeout: 240_000 }, async () => {
    const desktop = await opened()
    const first = await declare(desktop, 'The first')
    await declare(desktop, 'The second')
    await desktop.evaluate(
      ({ app }, link) => void app.emit('second-instance', {}, ['quarterdeck', link], ''),
      `quarterdeck://incident/${first}`,
    )
    await expect.poll(() => desktop.page.getByRole('heading', { level: 1 }).innerText()).toBe('The first')
    await desktop.evaluate(
      ({ app }, link) => void app.emit('second-instance', {}, ['quarterdeck', link], ''),
      `quarterdeck://incident/${newId<IncidentId>()}`,
    )
    await desktop.page.getByText('This link is to an incident that is not in this record').waitFor()
  })

  it('a second display shows the wall when that was asked, and no longer when it is gone', {
    timeout: 240_000,
  }, async () => {
    const desktop = await opened()
    const shown = await desktop.evaluate(({ BrowserWindow, standin }) => {
      const menu = standin?.recorded.find(({ what }) => what === 'menu')?.detail as Menu | undefined
      const labelled = (menu?.items ?? []).flatMap(({ submenu }) => submenu ?? [])
      labelled.find(({ label }) => label === 'Wallboard on the second display')?.click?.({ checked: true })
      const before = BrowserWindow.getAllWindows().length
      standin?.plugInDisplay()
      return [before, BrowserWindow.getAllWindows().length]
    }, null)
    expect(shown).toEqual([1, 2])
    const walls = (await desktop.recorded('window')).slice(1)
    expect(walls).toMatchObject([{ x: 1920, width: 3840, height: 2160, fullscreen: true }])
    await expect
      .poll(() =>
        desktop.evaluate(
          ({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.webContents.getURL()),
          null,
        ),
      )
      .toContain('app://quarterdeck/#wall')
    const left = await desktop.evaluate(({ BrowserWindow, standin }) => {
      standin?.unplugDisplay()
      return BrowserWindow.getAllWindows().length
    }, null)
    expect(left).toBe(1)
  })
})
