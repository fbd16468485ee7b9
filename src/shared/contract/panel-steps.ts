import type { PanelFigure } from '../domain/figure'
import type { PanelUnit } from './panel-units'

/** What the cockpit does with a panel's answer. Other tools' transformations and overrides are turned into these. */

/** Which lines or columns: by their names, or by a pattern (a regular expression's source and flags). */
export type NameMatch =
  | { readonly by: 'names'; readonly names: readonly string[]; readonly except?: true | undefined }
  | { readonly by: 'pattern'; readonly pattern: string; readonly flags: string }

export type PanelStep =
  /** What matches becomes `to`, in which `$1` is the pattern's first group; `whole`: the whole name becomes `to`, as it is. */
  | { readonly do: 'rename'; readonly what: NameMatch; readonly to: string; readonly whole?: true | undefined }
  | { readonly do: 'keep'; readonly what: NameMatch }
  | { readonly do: 'drop'; readonly what: NameMatch }
  | { readonly do: 'unit'; readonly what: NameMatch; readonly unit: PanelUnit }
  /** The named ones first, in this order. */
  | { readonly do: 'order'; readonly names: readonly string[] }
  /** One line whose values are made of all lines' values at each instant; the others go, or stay. */
  | { readonly do: 'combine'; readonly figure: PanelFigure; readonly name: string; readonly alone: boolean }
  /** Rows of several queries become one where the column has the same value; null: where all common columns have. */
  | { readonly do: 'join'; readonly by: string | null }
  /** Each line becomes a row: its name and these figures. */
  | { readonly do: 'reduce'; readonly figures: readonly PanelFigure[] }
  | { readonly do: 'sort'; readonly by: string; readonly descending: boolean }
  | { readonly do: 'limit'; readonly count: number }
