import * as z from 'zod/mini'
import { similarInput } from '../../../shared/contract/inputs/archive'
import type { SimilarIncident, SimilarTo } from '../../../shared/domain/archive/similar'
import type { Job } from '../workers/job'
import type { BrokenIndex } from './read-index'

export interface SimilarOrder extends SimilarTo {
  readonly index: string
}

export type SimilarOutcome = { readonly similar: readonly SimilarIncident[] } | BrokenIndex

const isSimilar = (value: unknown) => typeof value === 'object' && value !== null && 'past' in value && 'words' in value

/** [AV7] Looks for past incidents that are like an open one. */
export const similarJob: Job<SimilarOrder, never, SimilarOutcome> = {
  name: 'similar-incidents',
  input: z.extend(similarInput, { index: z.string() }),
  progress: z.never(),
  output: z.union([
    z.object({ similar: z.array(z.custom<SimilarIncident>(isSimilar)) }),
    z.object({ broken: z.string() }),
  ]),
}
