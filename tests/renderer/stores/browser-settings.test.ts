import { beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createBrowserSettings,
  followOtherWindows,
  parseBrowserSettings,
  SCREEN_KEY,
} from '../../../src/renderer/stores/browser-settings'
import { createLookStore, dressPage, followLook, lookOf } from '../../../src/renderer/stores/look-store'

const defaults = parseBrowserSettings(null)
const nobody = () => false

beforeEach(() => localStorage.clear())

describe('the settings of a screen', () => {
  it.each(['', 'no JSON', '[]', 'null', '7', '{"theme":"pink","size":4}'])('[SE1] falls back from %j', text => {
    expect(parseBrowserSettings(text)).toEqual(defaults)
  })

  it('[SE1] keeps what is good beside what is not', () => {
    expect(parseBrowserSettings('{"theme":"light","size":"vast","more":1}')).toEqual({ ...defaults, theme: 'light' })
  })

  it('keeps a change over a restart', () => {
    createBrowserSettings(localStorage).change({ theme: 'contrast' })
    expect(createBrowserSettings(localStorage).getState()).toEqual({ ...defaults, theme: 'contrast' })
  })

  it('goes on where nothing may be kept', () => {
    const said = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('full')
      },
    }
    const store = createBrowserSettings(full)
    store.change({ theme: 'light' })
    expect(store.getState().theme).toBe('light')
    expect(said).toHaveBeenCalledOnce()
    said.mockRestore()
  })

  it('[SE2] takes over what another window chose, until it is stopped', () => {
    const store = createBrowserSettings(localStorage)
    const stop = followOtherWindows(store, window)
    const choose = (newValue: string | null, key: string | null = SCREEN_KEY) =>
      window.dispatchEvent(new StorageEvent('storage', { key, newValue }))
    choose('{"theme":"light"}')
    choose('{"theme":"contrast"}', 'somebody.elses')
    expect(store.getState().theme).toBe('light')
    choose(null, null)
    expect(store.getState()).toEqual(defaults)
    stop()
    choose('{"theme":"light"}')
    expect(store.getState()).toEqual(defaults)
  })
})

describe('the look', () => {
  const asSystem = { ...defaults, theme: 'system' } as const
  const says =
    (...yes: readonly string[]) =>
    (query: string) =>
      yes.some(word => query.includes(word))

  it.each([
    [[], 'dark'],
    [['light'], 'light'],
    [['contrast', 'light'], 'contrast'],
  ] as const)('[SE3] follows a system that prefers %j', (words, theme) => {
    expect(lookOf(asSystem, says(...words)).theme).toBe(theme)
  })

  it('[SE3] is not the system’s where one was chosen', () => {
    expect(lookOf({ ...defaults, theme: 'dark' }, says('light', 'contrast')).theme).toBe('dark')
  })

  it('[SE3] is still for whoever asks: the system or the setting', () => {
    expect(lookOf(defaults, nobody).still).toBe(false)
    expect(lookOf(defaults, says('motion')).still).toBe(true)
    expect(lookOf({ ...defaults, motion: 'less' }, nobody).still).toBe(true)
  })

  it('stands on the page’s root, and changes there at once with a setting and with the system', () => {
    const system = Object.assign(new EventTarget(), { matches: false })
    const screen = createBrowserSettings()
    const look = createLookStore(screen)
    const root = document.createElement('html')
    const stops = [followLook(look, screen, () => system), dressPage(look, root)]
    expect({ ...root.dataset }).toEqual({ theme: 'dark', size: 'normal', motion: 'full', mantineColorScheme: 'dark' })
    screen.change({ theme: 'system', size: 'large' })
    expect({ ...root.dataset }).toEqual({ theme: 'dark', size: 'large', motion: 'full', mantineColorScheme: 'dark' })
    system.matches = true
    system.dispatchEvent(new Event('change'))
    expect({ ...root.dataset }).toEqual({
      theme: 'contrast',
      size: 'large',
      motion: 'less',
      mantineColorScheme: 'dark',
    })
    for (const stop of stops) stop()
    screen.change({ theme: 'light' })
    expect(root.dataset.theme).toBe('contrast')
  })
})
