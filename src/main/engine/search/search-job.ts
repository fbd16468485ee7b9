import * as z from 'zod/mini'
import { docKinds, type FoundText } from '../../../shared/contract/record-search'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Job } from '../workers/job'
import type { BrokenIndex } from './read-index'

export interface SearchOrder {
  readonly index: string
  readonly typed: string
  readonly limit: number
}

export type SearchOutcome = { readonly found: readonly FoundText[] } | BrokenIndex

const mark = z.tuple([z.number(), z.number()])
const text = z.object({
  incident: z.custom<IncidentId>(value => typeof value === 'string'),
  kind: z.enum(docKinds),
  ref: z.string(),
  at: z.number(),
  by: z.string(),
  text: z.string(),
  marks: z.array(mark),
})

/** [SX4] Runs a query on the search index. */
export const searchJob: Job<SearchOrder, never, SearchOutcome> = {
  name: 'search-record',
  input: z.object({ index: z.string(), typed: z.string(), limit: z.number() }),
  progress: z.never(),
  output: z.union([z.object({ found: z.array(text) }), z.object({ broken: z.string() })]),
}
