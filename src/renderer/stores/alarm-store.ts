import { createStore, type StoreApi } from 'zustand/vanilla'
import type { IncidentId } from '../../shared/domain/ids'

/** From the quietest to the most urgent. */
export const sounds = ['elapsed', 'soft', 'loud'] as const
export type Sound = (typeof sounds)[number]

/** An announcement, as text. */
export interface Announcement {
  readonly words: string
  readonly sound: Sound
  readonly incident: IncidentId
  readonly title: string
}

export interface AlarmState {
  /** The last announcement; null: it was a while ago, or there was none. */
  readonly said: Announcement | null
  /** Whether the browser allows this window to play sound. */
  readonly able: boolean
  /** A sound that the user wants to try; each request is a new object. */
  readonly asked: { readonly sound: Sound } | null
}

export type AlarmStore = StoreApi<AlarmState>

export function createAlarmStore(): AlarmStore {
  return createStore(() => ({ said: null, able: true, asked: null }))
}
