import type { CommandName, Input } from '../../src/shared/contract/calls'
import { type EntryId, type IncidentId, newId } from '../../src/shared/domain/ids'
import type { TypedKind } from '../../src/shared/domain/timeline'
import { whenOpen } from '../support/followed-log'
import type { RunningCockpit } from '../support/running-cockpit'

type Said = readonly [kind: TypedKind, text: string]

const said: readonly Said[] = [
  ['note', 'Bridge is open. Dana commands, Fox leads the repair, Monica writes.'],
  ['finding', 'Connections of payments-db are all taken since v2.41.0 went out'],
  ['action', 'Fox rolls payments-api back to v2.40.3'],
  ['note', 'Support counts 140 declined cards in ten minutes'],
  ['todo', 'Ask finance which settlements are late'],
  ['decision', 'Roll back rather than raise the pool: the pool hides the leak'],
]

const crew = [
  ['ic', 'Dana Scully'],
  ['tech', 'Fox Mulder'],
  ['scribe', 'Monica Reyes'],
] as const

/** An incident in its first minutes, as a team would have left it. @throws with the engine's word where it refuses */
export async function stageIncident(cockpit: RunningCockpit): Promise<void> {
  const link = await cockpit.link()
  await whenOpen(link)
  await link.call('session:hello', { name: 'Dana Scully', screen: 'gallery' })
  const incident = newId<IncidentId>()
  const ask = async <Name extends CommandName>(name: Name, input: Omit<Input<Name>, 'incident'>) => {
    const reply = await link.call(name, { ...input, incident } as Input<Name>)
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.fault)}`)
  }
  await ask('incident:declare', { title: 'Card payments fail at checkout', severity: 'SEV-1', impact: '' })
  await ask('incident:state-impact', { impact: 'One card payment in four is declined, in all countries' })
  for (const [role, name] of crew) await ask('roles:assign', { role, name })
  for (const [kind, text] of said) {
    const entry = newId<EntryId>()
    await ask('timeline:append', { entry, kind, text, occurredAt: null, pinned: kind === 'decision' })
  }
  link.close()
}
