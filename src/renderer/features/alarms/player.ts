import type { Sound } from '../../stores/alarm-store'
import type { BrowserSettings } from '../../stores/browser-settings'
import { sing } from './tones'

export interface Player {
  /** Where this window has the voice. */
  play(sound: Sound): void
  /** Wherever somebody asked for it. */
  sample(sound: Sound): void
  stop(): void
}

export interface PlayerParts {
  readonly volume: () => BrowserSettings['volume']
  /** Told whenever it becomes known whether the browser lets this window sound. */
  readonly onAble: (able: boolean) => void
  /** Whether a sound may be made without anybody having touched the window, as on the desktop. */
  readonly always: boolean
}

/** A browser lets a page sound only once somebody pressed a key or a button in it. */
const gestures = ['keydown', 'pointerdown'] as const

/** Opens this window's voice. Of the windows of a browser that may sound one does, and another when that one goes. */
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

/** @returns whether the browser let it sound */
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

/** [SO7] Holds the browser's one voice from when it is free. Where there are no locks each window has its own. */
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
