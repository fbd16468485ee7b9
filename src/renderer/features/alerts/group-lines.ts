import type { KeyboardEvent } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import type { GroupMember } from '../../../shared/contract/group-slice'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import type { HeldRow } from '../../tables/held-order'
import type { OpenedGroup } from './use-opened-groups'

export type LineAction = 'open' | 'close' | 'suppress' | 'declare' | 'acknowledge'

/**
 * [AL6] [AL10] What a key does with a line; undefined where it is none of the list's.
 * @param selecting some lines are selected: `k` is about them
 */
export function lineAction(
  { key, ctrlKey, metaKey, altKey }: KeyboardEvent,
  { row: line, gone }: HeldRow<GroupLine>,
  selecting: boolean,
): LineAction | undefined {
  if (ctrlKey || metaKey || altKey) return undefined
  if (key === 'k' && selecting) return 'acknowledge'
  if (gone) return undefined
  if (line.kind === 'group') {
    if (key === 'Enter') return line.opened ? 'close' : 'open'
    return ({ ArrowRight: 'open', ArrowLeft: 'close', x: 'suppress', k: 'acknowledge' } as const)[key]
  }
  return key === 'Enter' && line.kind === 'member' ? 'declare' : undefined
}

/** From so many open alerts on they stand as groups, until somebody says otherwise. */
const GROUPED_FROM = 30
/** [AL5] A few alerts are read one by one, a storm in groups; a person's choice goes before both. */
export function showsGroups(open: number, chosen: boolean | null): boolean {
  return chosen ?? open >= GROUPED_FROM
}

/** A line of the grouped list: a group, a member of one that is opened, or those of it that have not come yet. */
export type GroupLine =
  | { readonly kind: 'group'; readonly group: AlertGroup; readonly opened: boolean }
  | { readonly kind: 'member'; readonly member: GroupMember }
  | {
      readonly kind: 'rest'
      readonly group: string
      readonly read: number
      readonly count: number
      readonly fault: Fault | null
    }

export function lineId(line: GroupLine): string {
  switch (line.kind) {
    case 'group':
      return line.group.id
    case 'member':
      return `member ${line.member.row.id}`
    case 'rest':
      return `rest ${line.group}`
  }
}

/** [AL5] The groups in their order, each opened one with its members below it. */
export function groupLines(
  groups: readonly AlertGroup[],
  opened: ReadonlyMap<string, OpenedGroup>,
): readonly GroupLine[] {
  return groups.flatMap((group): readonly GroupLine[] => {
    const page = opened.get(group.id)
    const line = { kind: 'group', group, opened: page !== undefined } as const
    if (page === undefined) return [line]
    const read = page.members.length
    const members = page.members.map(member => ({ kind: 'member', member }) as const)
    const { fault } = page
    const rest = { kind: 'rest', group: group.id, read, count: page.total - read, fault } as const
    return [line, ...members, ...(rest.count > 0 || fault !== null ? [rest] : [])]
  })
}
