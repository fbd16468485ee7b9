import { createStore, type StoreApi } from 'zustand/vanilla'
import type { IncidentId } from '../../shared/domain/ids'

/** From the least to the most that asks to be heard. */
export const sounds = ['elapsed', 'soft', 'loud'] as const
export type Sound = (typeof sounds)[number]

/** Something that was called out, in words. */
export interface Announcement {
  readonly words: string
  readonly sound: Sound
  readonly incident: IncidentId
  readonly title: string
}

export interface AlarmState {
  /** What was called out last; null: a while ago, or nothing yet. */
  readonly said: Announcement | null
  /** Whether the browser lets this window sound. */
  readonly able: boolean
  /** A sound that the user wants to try; each request is a new object. */
  readonly asked: { readonly sound: Sound } | null
}

export type AlarmStore = StoreApi<AlarmState>

export function createAlarmStore(): AlarmStore {
  return createStore(() => ({ said: null, able: true, asked: null }))
}
