import * as z from 'zod/mini'
import { type ArchiveSearch, archiveOrders } from '../../../shared/contract/archive'
import { archiveQuestionField } from '../../../shared/contract/inputs/archive'
import type { ArchivedIncident } from '../../../shared/domain/archive/archived-incident'
import type { Job } from '../workers/job'
import type { BrokenIndex } from './read-index'

export interface ArchiveJobOrder extends ArchiveSearch {
  readonly index: string
}

export type ArchiveOutcome = { readonly found: readonly ArchivedIncident[]; readonly next: number | null } | BrokenIndex

const isRow = (value: unknown) => typeof value === 'object' && value !== null && 'id' in value && 'ending' in value

/** [AV3] Reads incidents of the archive from the search index. */
export const archiveJob: Job<ArchiveJobOrder, never, ArchiveOutcome> = {
  name: 'search-archive',
  input: z.object({
    ...{ index: z.string(), question: archiveQuestionField, order: z.enum(archiveOrders) },
    before: z.nullable(z.number()),
  }),
  progress: z.never(),
  output: z.union([
    z.object({ found: z.array(z.custom<ArchivedIncident>(isRow)), next: z.nullable(z.number()) }),
    z.object({ broken: z.string() }),
  ]),
}
