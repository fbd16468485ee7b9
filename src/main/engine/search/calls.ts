import { ok } from '../../../shared/lib/reply'
import type { Handlers } from '../sessions/handlers'
import type { RecordSearch } from './search'

export function searchQueries(search: RecordSearch): Handlers<'record:search'> {
  return { 'record:search': async ({ typed }) => ok(await search.find(typed)) }
}
