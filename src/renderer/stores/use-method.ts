import type { MethodView } from '../../shared/contract/method'
import { useRead } from './use-read'

/** The method as it is now, with its words; undefined until it was read. What an incident goes by is in its record. */
export function useMethod(): MethodView['method'] | undefined {
  return useRead('method:read', {}).value?.method
}
