import * as z from 'zod/mini'
import type { Job } from '../workers/job'

export interface IndexOrder {
  /** The record, which is only read. */
  readonly database: string
  /** The search index, which nobody else writes. */
  readonly index: string
  /** Those that changed; null: all of them. */
  readonly incidents: readonly string[] | null
  /** Throws away the index that there is. */
  readonly anew: boolean
}

/** How many of the incidents that are behind have been read. */
export interface IndexProgress {
  readonly done: number
  readonly total: number
}

const progress = z.object({ done: z.number(), total: z.number() })

/** [SX1] Brings the search index to where the record is. */
export const indexJob: Job<IndexOrder, IndexProgress, IndexProgress> = {
  name: 'index-record',
  input: z.object({
    database: z.string(),
    index: z.string(),
    incidents: z.nullable(z.array(z.string())),
    anew: z.boolean(),
  }),
  progress,
  output: progress,
}
