import type { KeyboardEvent } from 'react'
import type { HeldRow } from '../../tables/held-order'
import type { GroupLine } from './group-lines'

export type LineAct = 'open' | 'close' | 'hide' | 'take' | 'acknowledge'

/**
 * [AL6] [AL10] What a key does with a line; undefined where it is none of the list's.
 * @param selecting some lines are selected: `k` is about them
 */
export function lineAct(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { row: line, gone }: HeldRow<GroupLine>,
  selecting: boolean,
): LineAct | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'k' && selecting) return 'acknowledge'
  if (gone) return undefined
  if (line.kind === 'group') {
    if (key === 'Enter') return line.opened ? 'close' : 'open'
    return ({ ArrowRight: 'open', ArrowLeft: 'close', x: 'hide', k: 'acknowledge' } as const)[key]
  }
  return key === 'Enter' && line.kind === 'member' ? 'take' : undefined
}
