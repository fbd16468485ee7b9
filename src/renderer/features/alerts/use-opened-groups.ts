import { useCallback, useEffect, useRef, useState } from 'react'
import type { GroupPage } from '../../../shared/contract/group-page'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { useCockpit } from '../../stores/cockpit'

const PAGE = 50
type Pages = ReadonlyMap<string, GroupPage>

export interface OpenedGroups {
  readonly pages: Pages
  readonly open: (group: string) => void
  readonly close: (group: string) => void
  /** Reads the next members of an opened group. */
  readonly more: (group: string) => void
}

/** Which groups are opened, with the members that were read of them; read anew when a group changes. */
export function useOpenedGroups(groups: readonly AlertGroup[]): OpenedGroups {
  const { commands } = useCockpit()
  const [pages, setPages] = useState<Pages>(new Map())
  const shown = useRef(pages)
  shown.current = pages
  const read = useCallback(
    async (group: string, limit: number) => {
      const reply = await commands.ask('alerts', 'alerts:group', { group, offset: 0, limit: Math.min(200, limit) })
      if (reply.ok) setPages(known => new Map(known).set(group, reply.value))
    },
    [commands],
  )
  // Groups come anew with each change, so this is when members may have changed too.
  useEffect(() => {
    for (const { id } of groups) {
      const page = shown.current.get(id)
      if (page !== undefined) void read(id, Math.max(PAGE, page.members.length))
    }
  }, [groups, read])
  const close = useCallback((group: string) => {
    setPages(known => new Map([...known].filter(([id]) => id !== group)))
  }, [])
  return {
    pages,
    open: group => void read(group, PAGE),
    close,
    more: group => void read(group, (pages.get(group)?.members.length ?? 0) + PAGE),
  }
}
