import type { AlertLinkKind } from '../domain/described-alert'
import type { AlertRow } from './alert-rows'

/** [AL14] What the source of an alert reports beyond its row. It is requested for one alert, and is part of no push. */

export interface AlertLink {
  readonly kind: AlertLinkKind
  /** What its source calls it. */
  readonly name: string
  readonly url: string
}

export interface AlertFact {
  readonly name: string
  readonly text: string
  /** An address that is not opened from here. */
  readonly refused?: true | undefined
}

/** A text is empty where the source has none. */
export interface AlertAbout {
  readonly description: string
  readonly impact: string
  readonly value: string
  readonly threshold: string
  /** All else, in the order of the source. */
  readonly facts: readonly AlertFact[]
  readonly links: readonly AlertLink[]
}

export interface WholeAlert extends AlertRow {
  readonly about: AlertAbout | null
}
