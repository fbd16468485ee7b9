import type { PanelFigure } from '../domain/figure'
import type { PanelUnit } from './panel-units'

/** What the cockpit does with a panel's answer. Other tools' transformations and overrides are turned into these. */

/** Which lines or columns: by their names, or by a pattern (a regular expression's source and flags). */
export type NameMatch =
  | { readonly by: 'names'; readonly names: readonly string[]; readonly except?: true | undefined }
  | { readonly by: 'pattern'; readonly pattern: string; readonly flags: string }

/** A line, or a column, by its name; or a number. */
export type StepOperand = { readonly field: string } | { readonly number: number }

export const stepOperators = ['+', '-', '*', '/', '%', '**'] as const
export type StepOperator = (typeof stepOperators)[number]

/** `between` has both bounds; `text` and `number` are what is compared with. */
export const cellTests = [
  ...(['equal', 'not-equal', 'greater', 'greater-or-equal', 'lower', 'lower-or-equal', 'between'] as const),
  ...(['null', 'not-null', 'pattern', 'contains', 'not-contains'] as const),
] as const
export interface CellTest {
  readonly column: string
  readonly is: (typeof cellTests)[number]
  readonly to: string
  readonly upTo?: string | undefined
}

/** How the cells of a group become one: a figure, or for words too the first, the last, all different ones or their number. */
export const groupFigures = ['unique', 'distinct'] as const
export interface GroupColumn {
  readonly column: string
  readonly figure: PanelFigure | (typeof groupFigures)[number]
  readonly name: string
}

export type PanelStep =
  /** What matches becomes `to`, in which `$1` is the pattern's first group; `whole`: the whole name becomes `to`, as it is. */
  | { readonly do: 'rename'; readonly what: NameMatch; readonly to: string; readonly whole?: true | undefined }
  | { readonly do: 'keep'; readonly what: NameMatch }
  | { readonly do: 'drop'; readonly what: NameMatch }
  | { readonly do: 'unit'; readonly what: NameMatch; readonly unit: PanelUnit }
  /** The named ones first, in this order. */
  | { readonly do: 'order'; readonly names: readonly string[] }
  /** One line whose values are made of all lines' values at each instant; the others go, or stay. */
  | {
      readonly do: 'combine'
      readonly figure: PanelFigure
      readonly name: string
      readonly alone: boolean
      /** Of these only; absent: of all. */
      readonly of?: readonly string[] | undefined
    }
  /** One more line or column, of two others at each instant or in each row; the others go, or stay. */
  | {
      readonly do: 'compute'
      readonly name: string
      readonly left: StepOperand
      readonly operator: StepOperator
      readonly right: StepOperand
      readonly alone: boolean
    }
  /** Rows of several queries become one where the column has the same value; null: where all common columns have. */
  | { readonly do: 'join'; readonly by: string | null; readonly inner?: true | undefined }
  /** Rows with the same cells in these columns become one. */
  | { readonly do: 'group'; readonly by: readonly string[]; readonly columns: readonly GroupColumn[] }
  /** Rows for which the tests hold, all of them or any, stay or go. */
  | { readonly do: 'filter'; readonly keep: boolean; readonly all: boolean; readonly tests: readonly CellTest[] }
  /** Each line becomes a row: its name and these figures. */
  | { readonly do: 'reduce'; readonly figures: readonly PanelFigure[] }
  | { readonly do: 'sort'; readonly by: string; readonly descending: boolean }
  | { readonly do: 'limit'; readonly count: number }
