import type { Millis } from '../lib/time'
import type { Severity } from './severity'

/** A value that a runbook asks for before its commands can be used. */
export interface RunbookInput {
  /** As commands name it: `$NAME`. */
  readonly name: string
  /** What a value has to match as a whole, in the syntax of suppression rules; null: any. */
  readonly pattern: string | null
  readonly secret: boolean
  readonly default: string | null
}

export const runbookRisks = ['low', 'medium', 'high'] as const
export const runbookApprovals = ['none', 'second-person'] as const

/** What stands in the front matter of a runbook. Null or empty: it does not say. */
export interface RunbookHead {
  readonly title: string
  readonly services: readonly string[]
  /** Names of alerts that it is for. */
  readonly alerts: readonly string[]
  readonly severity: readonly Severity[]
  readonly owner: string | null
  /** A day, `2026-11-30`. */
  readonly updated: string | null
  readonly inputs: readonly RunbookInput[]
  readonly risk: (typeof runbookRisks)[number] | null
  readonly approval: (typeof runbookApprovals)[number]
  /** How long one command may take. */
  readonly timeout: Millis | null
  /** A day. */
  readonly lastTested: string | null
}

/** A piece of text with one look. Text is shown as it is: nothing in it is markup any more. */
export interface RunbookSpan {
  readonly text: string
  readonly look?: 'code' | 'strong' | 'emphasis' | undefined
  /** An address of http or https. */
  readonly url?: string | undefined
}

/** What a command does: it looks at something, changes something, takes a change back, or passes time. */
export const commandKinds = ['check', 'step', 'rollback', 'wait'] as const
export type CommandKind = (typeof commandKinds)[number]

export interface RunbookCommand {
  readonly kind: 'command'
  readonly line: number
  /** The word after the fence; empty: none. */
  readonly language: string
  readonly text: string
  /** Unique in its runbook; null: it has none. */
  readonly name: string | null
  readonly does: CommandKind
  /** What a person or a metric should see. */
  readonly expect: string | null
  /** The same command as a trial that changes nothing. */
  readonly dry: string | null
}

/** `line` counts from 1 in the file. */
export type RunbookPart =
  | { readonly kind: 'text'; readonly line: number; readonly depth: number; readonly spans: readonly RunbookSpan[] }
  | {
      readonly kind: 'item'
      readonly line: number
      /** How many lists and quotes it stands in, from 1 on. */
      readonly depth: number
      /** Null: of a list without numbers. */
      readonly number: number | null
      /** Null: nothing to tick. */
      readonly done: boolean | null
      readonly spans: readonly RunbookSpan[]
    }
  | RunbookCommand
  /** Something to read: an output, a configuration, a query for elsewhere. */
  | { readonly kind: 'code'; readonly line: number; readonly language: string; readonly text: string }

export interface RunbookStep {
  /** Empty: what stands before the first heading. */
  readonly heading: string
  /** 1 to 6. */
  readonly level: number
  readonly line: number
  readonly parts: readonly RunbookPart[]
}

export interface Runbook {
  readonly head: RunbookHead
  readonly steps: readonly RunbookStep[]
}

/** [RN3] The variables that a command names, each once, in their order: `$SERVICE` and `${SERVICE}`. */
export function variablesIn(command: string): readonly string[] {
  const names = [...command.matchAll(VARIABLE)].map(([, braced, plain]) => braced ?? plain ?? '')
  return [...new Set(names)]
}

/** A name in capitals; `$1` and `$(…)` belong to a shell. */
const VARIABLE = /\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*))/g
