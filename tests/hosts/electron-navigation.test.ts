import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { guardContents } from '../../src/main/hosts/electron/navigation'
import { keptLogger } from '../support/kept-logger'

function openGuarded() {
  let now = 0
  let open: (details: { url: string }) => object = () => ({})
  const contents = new EventEmitter()
  const setWindowOpenHandler = (handler: typeof open) => {
    open = handler
  }
  const opened: string[] = []
  const panes: string[] = []
  const ports = {
    now: () => now,
    openExternal: async (url: string) => void opened.push(url),
    openPane: (pane: string) => void panes.push(pane),
    logger: keptLogger(),
  }
  guardContents(Object.assign(contents, { setWindowOpenHandler }) as unknown as WebContents, ports)
  return {
    opened,
    panes,
    wait: (span: number) => {
      now += span
    },
    press: (type = 'mouseDown') => contents.emit('input-event', {}, { type }),
    open: (url: string) => open({ url }),
    go: (event: string, url: string, isMainFrame = true): boolean => {
      const preventDefault = vi.fn()
      contents.emit(event, { url, isMainFrame, preventDefault })
      return preventDefault.mock.calls.length === 0
    },
  }
}

const elsewhere = [
  'https://example.com/',
  'http://quarterdeck/',
  'file:///etc/passwd',
  'app://other/',
  'app://quarterdeck.evil/',
  'javascript:alert(1)',
  'data:text/html,x',
  'about:blank',
  'not an address',
]

describe('leaving the cockpit', () => {
  it.each(elsewhere)('refuses to go to %s', url => {
    const { go } = openGuarded()
    expect(['will-navigate', 'will-frame-navigate', 'will-redirect'].map(event => go(event, url))).toEqual([
      false,
      false,
      false,
    ])
  })

  it('lets the cockpit load itself anew, in the main frame alone', () => {
    const { go } = openGuarded()
    expect(go('will-navigate', 'app://quarterdeck/')).toBe(true)
    expect(go('will-frame-navigate', 'app://quarterdeck/')).toBe(true)
    expect(go('will-frame-navigate', 'app://quarterdeck/', false)).toBe(false)
  })

  it('refuses every webview', () => {
    expect(openGuarded().go('will-attach-webview', 'app://quarterdeck/')).toBe(false)
  })
})

describe('opening a vendor’s page', () => {
  it('opens it in the browser after a press, never in a window of ours', () => {
    const { press, open, opened } = openGuarded()
    press()
    expect(open('https://acme.pagerduty.com/incidents/P1')).toEqual({ action: 'deny' })
    expect(opened).toEqual(['https://acme.pagerduty.com/incidents/P1'])
  })

  it('opens nothing without a press, after an old one, or twice for one', () => {
    const { press, open, opened, wait } = openGuarded()
    open('https://example.com/0')
    press('mouseMove')
    open('https://example.com/1')
    press()
    wait(2_000)
    open('https://example.com/2')
    press()
    open('https://example.com/3')
    open('https://example.com/4')
    expect(opened).toEqual(['https://example.com/3'])
  })

  const programs = ['file:///bin/sh', 'smb://host/share', 'ms-msdt:x', 'javascript:alert(1)', 'https://a:b@c/', 'x']
  it.each(['tel:+1555010999,,12%23', 'mailto:bridge@example.com', 'http://127.0.0.1:3000/d/1'])(
    'hands the system %s',
    url => {
      const { press, open, opened } = openGuarded()
      press()
      open(url)
      expect(opened).toEqual([url])
    },
  )

  it.each(programs)('hands the system no %s', url => {
    const { press, open, opened } = openGuarded()
    press()
    expect(open(url)).toEqual({ action: 'deny' })
    expect(opened).toEqual([])
  })
})

describe('opening a pane’s own window', () => {
  it('is asked of us after a press, once for it, and never made by the page', () => {
    const { press, open, opened, panes } = openGuarded()
    expect(open('app://quarterdeck/#pane=timeline')).toEqual({ action: 'deny' })
    expect(panes).toEqual([])
    press()
    expect(open('app://quarterdeck/#pane=timeline')).toEqual({ action: 'deny' })
    open('app://quarterdeck/#pane=comms')
    expect(panes).toEqual(['timeline'])
    expect(opened).toEqual([])
  })

  it.each([
    'app://quarterdeck/',
    'app://quarterdeck/#wall',
    'app://quarterdeck/#pane=',
    'app://quarterdeck/#pane=__proto__',
    'app://quarterdeck/#pane=timeline&x=1',
    'app://quarterdeck/?x#pane=timeline',
    'app://quarterdeck/other.html#pane=timeline',
    'app://other/#pane=timeline',
    'https://quarterdeck/#pane=timeline',
    'app://user@quarterdeck/#pane=timeline',
  ])('is not done for %s', url => {
    const { press, open, panes } = openGuarded()
    press()
    expect(open(url)).toEqual({ action: 'deny' })
    expect(panes).toEqual([])
  })
})
