import * as z from 'zod/mini'
import type { CodedText } from '../../../shared/contract/coded-text'
import type { RunbookCard } from '../../../shared/domain/runbook-finding'
import { isRecord } from '../../../shared/lib/read-json'
import type { Job } from '../workers/job'
import type { WordIndex } from './word-index'

export interface ShelfOrder {
  /** Later folders replace what earlier ones have under the same id. */
  readonly folders: readonly { readonly path: string; readonly from: 'shipped' | 'team' }[]
}

/** All that finds a runbook; what is wrong with the files comes after it. */
export interface Shelf {
  readonly cards: readonly RunbookCard[]
  readonly index: WordIndex
  /** Folders that were read, to be watched. */
  readonly watched: readonly string[]
}

/** [RN6] What is wrong with a file, with line and column, and whether anything of it can be used. */
export interface RunbookProblem {
  readonly path: string
  readonly problem: CodedText
  readonly unusable: boolean
}

export interface ShelfProblems {
  readonly problems: readonly RunbookProblem[]
}

const isObject = (value: unknown) => isRecord(value)

/** Reads every runbook: the engine has the cards and the words before all files are looked through for mistakes. */
export const shelfJob: Job<ShelfOrder, Shelf, ShelfProblems> = {
  name: 'read-runbooks',
  input: z.object({
    folders: z.array(z.object({ path: z.string(), from: z.enum(['shipped', 'team']) })),
  }),
  progress: z.object({
    cards: z.array(z.custom<RunbookCard>(isObject)),
    index: z.object({ words: z.string(), starts: z.instanceof(Uint32Array), texts: z.instanceof(Uint32Array) }),
    watched: z.array(z.string()),
  }),
  output: z.object({ problems: z.array(z.custom<RunbookProblem>(isObject)) }),
}
