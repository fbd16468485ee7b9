import { createStore, type StoreApi } from 'zustand/vanilla'
import { isZone } from '../../shared/lib/clock-face'
import { fromJson, isOneOf, isRecord, isText } from '../../shared/lib/read-json'

export const themes = ['system', 'dark', 'light', 'contrast'] as const
export const sizes = ['compact', 'normal', 'large'] as const
export const motions = ['system', 'less'] as const
export const wallTurns = ['turns', 'together'] as const
export const switches = ['on', 'off'] as const
export const volumes = ['quiet', 'normal', 'loud'] as const
export const hours = ['24', '12'] as const

export type Theme = (typeof themes)[number]

/** A stored value that is none of these counts as never chosen; the others stay. */
const readers = {
  theme: oneOf(themes, 'dark'),
  size: oneOf(sizes, 'normal'),
  motion: oneOf(motions, 'system'),
  wall: oneOf(wallTurns, 'turns'),
  hours: oneOf(hours, '24'),
  sound: oneOf(switches, 'on'),
  volume: oneOf(volumes, 'normal'),
  callOuts: oneOf(switches, 'on'),
  notices: oneOf(switches, 'on'),
  zone: (stored: unknown): string => (isText(stored) && isZone(stored) ? stored : 'UTC'),
}

/** The settings chosen in this browser, or in the desktop app, for all its windows. */
export type BrowserSettings = { readonly [Name in keyof typeof readers]: ReturnType<(typeof readers)[Name]> }

export interface BrowserSettingsStore extends StoreApi<BrowserSettings> {
  /** Changes it here and in every other window of this browser, and stores it. */
  change(part: Partial<BrowserSettings>): void
}

export const SCREEN_KEY = 'quarterdeck.settings'

/** [SE1] Parses the stored settings: an unreadable setting falls back to its default. */
export function parseBrowserSettings(text: string | null): BrowserSettings {
  const stored = text === null ? {} : fromJson(text)
  const fields = isRecord(stored) ? stored : {}
  const read = Object.entries(readers).map(([name, reader]) => [name, reader(fields[name])])
  return Object.fromEntries(read) as BrowserSettings
}

/** For a test window, and where nothing can be stored: starts with the defaults each time. */
export type Keeping = Pick<Storage, 'getItem' | 'setItem'>

export function createBrowserSettings(storage?: Keeping): BrowserSettingsStore {
  const store = createStore<BrowserSettings>(() => parseBrowserSettings(storage?.getItem(SCREEN_KEY) ?? null))
  return {
    ...store,
    change: part => {
      store.setState(part)
      try {
        storage?.setItem(SCREEN_KEY, JSON.stringify(store.getState()))
      } catch (error) {
        console.warn('The settings of this screen could not be kept', error)
      }
    },
  }
}

/** [SE2] Applies at once what another window of this browser chose; returns its stop. */
export function followOtherWindows(
  store: BrowserSettingsStore,
  windows: Pick<Window, 'addEventListener' | 'removeEventListener'>,
) {
  const told = (event: StorageEvent) => {
    if (event.key === SCREEN_KEY || event.key === null) store.setState(parseBrowserSettings(event.newValue))
  }
  windows.addEventListener('storage', told)
  return () => windows.removeEventListener('storage', told)
}

function oneOf<const Choice extends string>(choices: readonly Choice[], usual: NoInfer<Choice>) {
  return (stored: unknown): Choice => (isOneOf(choices, stored) ? stored : usual)
}
