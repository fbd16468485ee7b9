import * as z from 'zod/mini'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isZone } from '../../shared/lib/clock-face'

export const themes = ['system', 'dark', 'light', 'contrast'] as const
export const sizes = ['compact', 'normal', 'large'] as const
export const motions = ['system', 'less'] as const
export const wallTurns = ['turns', 'together'] as const
export const switches = ['on', 'off'] as const
export const volumes = ['quiet', 'normal', 'loud'] as const
export const hours = ['24', '12'] as const

export type Theme = (typeof themes)[number]

/** A stored value that is none of these counts as never chosen; the others stay. */
const shape = z.object({
  theme: z.catch(z.enum(themes), 'dark'),
  size: z.catch(z.enum(sizes), 'normal'),
  motion: z.catch(z.enum(motions), 'system'),
  wall: z.catch(z.enum(wallTurns), 'turns'),
  hours: z.catch(z.enum(hours), '24'),
  sound: z.catch(z.enum(switches), 'on'),
  volume: z.catch(z.enum(volumes), 'normal'),
  callOuts: z.catch(z.enum(switches), 'on'),
  notices: z.catch(z.enum(switches), 'on'),
  zone: z.catch(z.string().check(z.refine(isZone)), 'UTC'),
})

/** What the people at this screen chose for it. A screen is a browser, or the desktop app, with all its windows. */
export type BrowserSettings = Readonly<z.output<typeof shape>>

export interface BrowserSettingsStore extends StoreApi<BrowserSettings> {
  /** Changes it here and in every other window of this screen, and keeps it. */
  change(part: Partial<BrowserSettings>): void
}

export const SCREEN_KEY = 'quarterdeck.settings'

/** [SE1] Reads what is kept; whatever of it cannot be understood has its default. */
export function parseBrowserSettings(text: string | null): BrowserSettings {
  const read = z.safeParse(shape, fromJson(text))
  return read.success ? read.data : shape.parse({})
}

/** For a window of tests, and where nothing may be kept: begins with the defaults each time. */
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

/** [SE2] Takes over at once what another window of this screen chose; returns its stop. */
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

function fromJson(text: string | null): unknown {
  try {
    const value: unknown = JSON.parse(text ?? '{}')
    return typeof value === 'object' && value !== null ? value : {}
  } catch {
    // Written by another version, or by hand: as good as never chosen.
    return {}
  }
}
