import { expect } from '@playwright/test'
import type { Input } from '../../src/shared/contract/calls'
import { type CustomRoleId, type EntryId, newId } from '../../src/shared/domain/ids'
import type { Status } from '../../src/shared/domain/status'
import { whenOpen } from '../support/followed-log'
import type { RunningCockpit } from '../support/running-cockpit'

/** Somebody at another screen, of whom only the acts are seen. Each is kept on disk when it settles. */
export interface Colleague {
  write(text: string): Promise<void>
  stateImpact(impact: string): Promise<void>
  assign(role: Input<'roles:assign'>['role'], name: string): Promise<void>
  deputise(role: Input<'roles:deputise'>['role'], name: string): Promise<void>
  changeStatus(to: Status): Promise<void>
  /** Adds a role of the incident's own, which nobody holds yet. */
  addRole(name: string, letters: string): Promise<void>
  leave(): void
}

/** Joins the newest incident of a running cockpit. @throws where there is none */
export async function joinAs(cockpit: RunningCockpit, name: string): Promise<Colleague> {
  const link = await cockpit.link()
  await whenOpen(link)
  const hello = await link.call('session:hello', { name, screen: 'test' })
  const incident = hello.ok ? hello.value.incidents[0]?.id : undefined
  if (incident === undefined) throw new Error('There is no incident to join')
  const must = async (reply: Promise<{ readonly ok: boolean }>) => expect(await reply).toMatchObject({ ok: true })
  return {
    write: text => {
      const entry = { entry: newId<EntryId>(), kind: 'note', text, occurredAt: null, pinned: false } as const
      return must(link.call('timeline:append', { incident, ...entry }))
    },
    stateImpact: impact => must(link.call('incident:state-impact', { incident, impact })),
    assign: (role, who) => must(link.call('roles:assign', { incident, role, name: who })),
    deputise: (role, who) => must(link.call('roles:deputise', { incident, role, name: who })),
    changeStatus: to => must(link.call('incident:change-status', { incident, to, reason: '' })),
    addRole: (called, letters) => {
      const role = { role: newId<CustomRoleId>(), name: called, letters, duties: [], operates: false }
      return must(link.call('roles:define', { incident, ...role }))
    },
    leave: () => link.close(),
  }
}
