import { useCallback, useState } from 'react'
import type { RoleKey } from '../../../shared/domain/people'
import type { Team } from '../../../shared/domain/responders'
import { useCockpit } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import type { AssignTarget } from './assign-line'

/** A dialog of the pane, and its subject. */
export type RoleDialog =
  | { readonly kind: 'assign'; readonly target: AssignTarget | null }
  | { readonly kind: 'card'; readonly role: RoleKey }
  | { readonly kind: 'add'; readonly text: string; readonly team: Team | null }
  | { readonly kind: 'roll-call' }

/** The open dialog, and the commands that open one. */
export function useRoleDialogs() {
  const { commands } = useCockpit()
  const [dialog, open] = useState<RoleDialog | null>(null)
  useCommand(
    'assign',
    useCallback(() => open({ kind: 'assign', target: null }), []),
  )
  useCommand(
    'crew-add',
    useCallback(() => open({ kind: 'add', text: '', team: null }), []),
  )
  useCommand(
    'roll-call',
    useCallback(() => open({ kind: 'roll-call' }), []),
  )
  const close = useCallback(() => {
    // The fault belongs to the dialog: in the pane it would outlive its cause.
    commands.dismiss('roles')
    open(null)
  }, [commands])
  return { dialog, open, close }
}
