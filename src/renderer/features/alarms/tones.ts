import type { Sound } from '../../stores/alarm-store'
import type { BrowserSettings } from '../../stores/browser-settings'

/** One tone: hertz, and seconds from the beginning of the sound. */
interface Tone {
  readonly hertz: number
  readonly from: number
  readonly lasts: number
}

interface Voice {
  readonly wave: OscillatorType
  readonly gain: number
  readonly tones: readonly Tone[]
}

const loudCall: readonly Tone[] = [
  { hertz: 880, from: 0, lasts: 0.16 },
  { hertz: 660, from: 0.19, lasts: 0.16 },
  { hertz: 880, from: 0.38, lasts: 0.26 },
]

/** Distinct by ear: one low bell, two rising tones, and a call played twice. */
const voices: Readonly<Record<Sound, Voice>> = {
  elapsed: { wave: 'sine', gain: 0.1, tones: [{ hertz: 392, from: 0, lasts: 0.7 }] },
  soft: {
    wave: 'sine',
    gain: 0.16,
    tones: [
      { hertz: 523, from: 0, lasts: 0.28 },
      { hertz: 784, from: 0.24, lasts: 0.5 },
    ],
  },
  loud: {
    wave: 'triangle',
    gain: 0.42,
    tones: [...loudCall, ...loudCall.map(tone => ({ ...tone, from: tone.from + 0.85 }))],
  },
}

const volumes: Readonly<Record<BrowserSettings['volume'], number>> = { quiet: 0.45, normal: 1, loud: 2 }

/** Synthesises a sound; resolves when it is over. */
export async function sing(context: AudioContext, sound: Sound, volume: BrowserSettings['volume']): Promise<void> {
  const { wave, gain, tones } = voices[sound]
  const begin = context.currentTime + 0.03
  await Promise.all(tones.map(tone => singTone(context, wave, gain * volumes[volume], begin, tone)))
}

function singTone(context: AudioContext, wave: OscillatorType, gain: number, begin: number, tone: Tone): Promise<void> {
  const [oscillator, loudness] = [context.createOscillator(), context.createGain()]
  const [start, end] = [begin + tone.from, begin + tone.from + tone.lasts]
  oscillator.type = wave
  oscillator.frequency.value = tone.hertz
  // Fades in and out, because a hard edge clicks.
  loudness.gain.setValueAtTime(0, start)
  loudness.gain.linearRampToValueAtTime(Math.min(1, gain), start + 0.02)
  loudness.gain.exponentialRampToValueAtTime(0.001, end)
  oscillator.connect(loudness).connect(context.destination)
  return new Promise(resolve => {
    oscillator.addEventListener('ended', () => resolve(), { once: true })
    oscillator.start(start)
    oscillator.stop(end)
  })
}
