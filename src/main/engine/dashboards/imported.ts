import type { FaultValue } from '../../../shared/contract/fault-codes'
import type { Threshold } from '../../../shared/contract/metrics'
import type { PanelStep } from '../../../shared/contract/panel-steps'
import type { PanelUnit } from '../../../shared/contract/panel-units'
import type { PanelFigure } from '../../../shared/domain/figure'

/** A dashboard as it was understood, before its variables have values. */

/** What a dashboard says of a data source. Either may be absent, and `uid` may hold a variable, or an old name. */
export interface SourceRef {
  readonly type: string | null
  readonly uid: string | null
}

export interface ImportedQuery {
  readonly ref: string
  readonly legend: string
  /** PromQL with its variables; empty where another kind of data source is asked. */
  readonly expr: string
  /** What that one is asked, with its variables; null for PromQL. */
  readonly raw: Readonly<Record<string, unknown>> | null
  readonly source: SourceRef
  /** The smallest step it asks for, such as `1m`; empty for none. */
  readonly minStep: string
}

export interface ImportedPanel {
  /** Its place in the dashboard, `row.panel`: unlike Grafana's own ids it is there and unique. */
  readonly key: string
  readonly id: number | null
  readonly title: string
  /** Grafana's type of panel. */
  readonly type: string
  /** The variable that it is repeated for. */
  readonly repeat: string | null
  /** Why it cannot be shown; empty: it can. */
  readonly reason: FaultValue
  /** Of a text panel, what it says; empty for others. */
  readonly text: string
  /** What is not as the dashboard shows it. */
  readonly notes: readonly FaultValue[]
  readonly shown: 'lines' | 'table' | 'names'
  readonly unit: PanelUnit
  readonly thresholds: readonly Threshold[]
  readonly figure: PanelFigure
  /** Decimals; null: the dashboard leaves them open. */
  readonly decimals: number | null
  readonly steps: readonly PanelStep[]
  readonly queries: readonly ImportedQuery[]
}

export interface ImportedRow {
  readonly title: string
  readonly repeat: string | null
  readonly panels: readonly ImportedPanel[]
}

export interface VariableOption {
  readonly text: string
  readonly value: string
  /** What `${name.property}` is filled with. */
  readonly properties?: Readonly<Record<string, string>> | undefined
}

interface VariableCommon {
  readonly name: string
  readonly label: string
  readonly multi: boolean
  readonly includeAll: boolean
  /** The value of "all", as it is; null: all options. */
  readonly allValue: string | null
  /** What was chosen when the dashboard was saved; `$__all` for all. */
  readonly current: readonly string[]
  /** What of its own could not be understood; empty for nothing. */
  readonly problem: FaultValue
}

export type ImportedVariable = VariableCommon &
  (
    | { readonly kind: 'choices' | 'text'; readonly options: readonly VariableOption[] }
    | {
        readonly kind: 'query'
        readonly query: string
        readonly regex: string
        readonly sort: number
        readonly source: SourceRef
        readonly options: readonly VariableOption[]
      }
    /** `query` is the kind of data source. */
    | { readonly kind: 'datasource'; readonly query: string; readonly regex: string }
    /** Filters that the reader adds to every query. `count` of them are set in the file. */
    | { readonly kind: 'filters'; readonly count: number }
    | { readonly kind: 'unknown'; readonly type: string }
  )

export interface ImportedDashboard {
  readonly uid: string | null
  readonly title: string
  readonly schemaVersion: number | null
  readonly variables: readonly ImportedVariable[]
  readonly rows: readonly ImportedRow[]
  /** Data sources that the export asks for, by their placeholder: `DS_PROMETHEUS` → `prometheus`. */
  readonly inputs: Readonly<Record<string, string>>
  /** Every panel that the file lists, rows among them. */
  readonly listed: number
}
