import type { Sound } from '../../stores/alarm-store'
import type { BrowserSettings } from '../../stores/browser-settings'
import { sing } from './tones'

export interface Player {
  /** Plays if this window holds the lock for sound. */
  play(sound: Sound): void
  /** Plays on request, in any window. */
  sample(sound: Sound): void
  stop(): void
}

export interface PlayerParts {
  readonly volume: () => BrowserSettings['volume']
  /** Called whenever it becomes known whether the browser allows sound here. */
  readonly onAble: (able: boolean) => void
  /** Whether sound is allowed without a user gesture, as on the desktop. */
  readonly always: boolean
}

/** Browsers allow sound only after a user gesture. */
const gestures = ['keydown', 'pointerdown'] as const

/** Opens the player. Of a browser's windows only one plays; when it closes, another takes over. */
export function openPlayer({ volume, onAble, always }: PlayerParts): Player {
  const stopping = new AbortController()
  const { signal } = stopping
  let context: AudioContext | undefined
  let mine = false
  const able = () => {
    for (const gesture of gestures) window.removeEventListener(gesture, able)
    if (signal.aborted) return
    onAble(true)
    holdVoice(signal, () => {
      mine = true
    })
  }
  if (always || navigator.userActivation?.hasBeenActive === true) able()
  else {
    onAble(false)
    for (const gesture of gestures) window.addEventListener(gesture, able)
  }
  const sample = (sound: Sound) => {
    context ??= new AudioContext()
    void soundIn(context, sound, volume()).then(onAble)
  }
  return {
    play: sound => mine && sample(sound),
    sample,
    stop: () => {
      stopping.abort()
      for (const gesture of gestures) window.removeEventListener(gesture, able)
      void context?.close()
    },
  }
}

/** @returns whether the browser played it */
async function soundIn(context: AudioContext, sound: Sound, volume: BrowserSettings['volume']): Promise<boolean> {
  try {
    await context.resume()
    await sing(context, sound, volume)
    await context.suspend()
    return true
  } catch (error) {
    console.warn('This browser made no sound', error)
    return false
  }
}

/** [SO7] Holds the browser-wide lock for sound once it is free. Without locks every window plays. */
function holdVoice(signal: AbortSignal, held: () => void): void {
  if (navigator.locks === undefined) {
    held()
    return
  }
  const hold = () => {
    held()
    return new Promise<void>(resolve => signal.addEventListener('abort', () => resolve(), { once: true }))
  }
  navigator.locks.request('quarterdeck.voice', { signal }, hold).catch((error: unknown) => {
    if (!signal.aborted) console.warn('The voice could not be shared with other windows', error)
  })
}
