import { useCallback, useState } from 'react'
import type { Team } from '../../../shared/domain/crew'
import type { RoleKey } from '../../../shared/domain/people'
import { useCockpit } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import type { Post } from './assign-line'

/** Which dialog of the pane is open, and about what. */
export type CrewDialog =
  | { readonly kind: 'assign'; readonly post: Post | null }
  | { readonly kind: 'card'; readonly role: RoleKey }
  | { readonly kind: 'add'; readonly text: string; readonly team: Team | null }
  | { readonly kind: 'roll-call' }

/** The one dialog that is open, and the keys of the cockpit that open one. */
export function useCrewDialogs() {
  const { commands } = useCockpit()
  const [dialog, open] = useState<CrewDialog | null>(null)
  useFocusRequest(
    'assign',
    useCallback(() => open({ kind: 'assign', post: null }), []),
  )
  useFocusRequest(
    'crew-add',
    useCallback(() => open({ kind: 'add', text: '', team: null }), []),
  )
  useFocusRequest(
    'roll-call',
    useCallback(() => open({ kind: 'roll-call' }), []),
  )
  const close = useCallback(() => {
    // Said in the dialog; left behind in the pane it would stand beside what came right meanwhile.
    commands.dismiss('roles')
    open(null)
  }, [commands])
  return { dialog, open, close }
}
