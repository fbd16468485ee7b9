import { createStore, type StoreApi } from 'zustand/vanilla'
import type { BrowserSettings, BrowserSettingsStore, Theme } from './browser-settings'

/** The current look: the settings, with the system's preference where a setting follows it. */
export interface Look {
  readonly theme: Exclude<Theme, 'system'>
  readonly size: BrowserSettings['size']
  /** Nothing moves by itself. */
  readonly still: boolean
}

export type LookStore = StoreApi<Look>

/** Whether the system matches a media query, such as `(prefers-color-scheme: light)`. */
type Media = (query: string) => Pick<MediaQueryList, 'matches' | 'addEventListener' | 'removeEventListener'>

const LIGHT = '(prefers-color-scheme: light)'
const CONTRAST = '(prefers-contrast: more)'
const STILL = '(prefers-reduced-motion: reduce)'

/**
 * [SE3] The system decides where a setting follows it; reduced motion is honoured whether the system or the setting
 * asks for it.
 */
export function lookOf({ theme, size, motion }: BrowserSettings, says: (query: string) => boolean): Look {
  const still = motion === 'less' || says(STILL)
  if (theme !== 'system') return { theme, size, still }
  return { theme: says(CONTRAST) ? 'contrast' : says(LIGHT) ? 'light' : 'dark', size, still }
}

/** The look by the settings; the system's preferences are added by `followLook`. */
export function createLookStore(screen: BrowserSettingsStore): LookStore {
  return createStore(() => lookOf(screen.getState(), () => false))
}

/** Updates the look when the settings or the system change; returns its stop. */
export function followLook(look: LookStore, screen: BrowserSettingsStore, media: Media): () => void {
  const anew = () => look.setState(lookOf(screen.getState(), query => media(query).matches))
  anew()
  const queries = [LIGHT, CONTRAST, STILL].map(media)
  for (const query of queries) query.addEventListener('change', anew)
  const stop = screen.subscribe(anew)
  return () => {
    stop()
    for (const query of queries) query.removeEventListener('change', anew)
  }
}

/** Writes the look on the page's root, where the style sheets read it; returns its stop. */
export function dressPage(look: LookStore, root: HTMLElement): () => void {
  const dress = ({ theme, size, still }: Look) => {
    root.dataset.theme = theme
    // Mantine's style sheets ask for it.
    root.dataset.mantineColorScheme = theme === 'light' ? 'light' : 'dark'
    root.dataset.size = size
    root.dataset.motion = still ? 'less' : 'full'
  }
  dress(look.getState())
  return look.subscribe(dress)
}
