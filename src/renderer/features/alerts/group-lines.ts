import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../shared/contract/faults'
import type { GroupMember } from '../../../shared/contract/group-slice'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { useCockpit } from '../../stores/cockpit'
import type { HeldRow } from '../../tables/held-order'

export type LineAction = 'open' | 'close' | 'suppress' | 'declare' | 'acknowledge'

/**
 * [AL6] [AL10] What a key does with a line; undefined if it is none of the list's.
 * @param selecting some lines are selected: `k` acts on them
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

/** A line of the grouped list: a group, a member of an opened one, or its members that are not loaded yet. */
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

/** Members per read: the most that the engine returns. */
const PAGE = 200

/** A group with its members read so far. */
export interface OpenedGroup {
  readonly members: readonly GroupMember[]
  readonly total: number
  /** Why the rest could not be read, until the user retries. */
  readonly fault: Fault | null
}

type Opened = ReadonlyMap<string, OpenedGroup>

export interface OpenedGroups {
  readonly opened: Opened
  readonly open: (group: string) => void
  readonly close: (group: string) => void
  /** Reads the next members of an opened group. */
  readonly more: (group: string) => void
}

/** The opened groups with their members read so far; read again when a group changes. */
export function useOpenedGroups(groups: readonly AlertGroup[]): OpenedGroups {
  const { link } = useCockpit()
  const [opened, setOpened] = useState<Opened>(new Map())
  const shown = useRef(opened)
  shown.current = opened
  const reading = useRef(new Set<string>())

  /** Reads members up to `to`: all of them, or those after the `kept` ones already read. */
  const read = useCallback(
    async (group: string, kept: readonly GroupMember[], to: number) => {
      if (reading.current.has(group)) return
      reading.current.add(group)
      const members = new Map(kept.map(member => [member.row.id, member]))
      let [total, came] = [to, 1]
      let fault: Fault | null = null
      for (let offset = kept.length; offset < Math.min(to, total) && came > 0; offset += PAGE) {
        const reply = await link.call('alerts:group', { group, offset, limit: PAGE })
        came = reply.ok ? reply.value.members.length : 0
        if (!reply.ok) {
          fault = reply.fault
          break
        }
        total = reply.value.total
        // A member that moved between two slices is in both.
        for (const member of reply.value.members) members.set(member.row.id, member)
      }
      reading.current.delete(group)
      setOpened(known => new Map(known).set(group, { members: [...members.values()], total, fault }))
    },
    [link],
  )
  // Groups are new objects with each change, so their members may have changed too.
  useEffect(() => {
    for (const { id } of groups) {
      const known = shown.current.get(id)
      if (known !== undefined) void read(id, [], Math.max(PAGE, known.members.length))
    }
  }, [groups, read])
  const close = useCallback((group: string) => {
    setOpened(known => new Map([...known].filter(([id]) => id !== group)))
  }, [])
  const open = useCallback((group: string) => void read(group, [], PAGE), [read])
  const more = useCallback(
    (group: string) => {
      const members = shown.current.get(group)?.members ?? []
      void read(group, members, members.length + PAGE)
    },
    [read],
  )
  return { opened, open, close, more }
}
