import type { IncidentSummary } from '../../../shared/contract/incidents'
import { openWorstFirst } from '../../../shared/contract/incidents'
import type { Welcome } from '../../../shared/contract/welcome'
import { newId, type RequestId } from '../../../shared/domain/ids'
import type { Severity } from '../../../shared/domain/severity'
import type { Bridge } from '../../engine/bridge'

/** What the desktop around the windows shows of the incidents. */
export interface OpenIncidents {
  readonly count: number
  /** The worst of them; null: none is open. */
  readonly worst: { readonly severity: Severity; readonly title: string } | null
}

/** Reports how many incidents are open, at once and after each change. Returns its stop. */
export function watchOpenIncidents(bridge: Bridge, tell: (open: OpenIncidents) => void): () => void {
  const session = bridge.openSession((name, payload) => {
    if (name === 'incidents') tell(openIncidents(payload as readonly IncidentSummary[]))
    // Another engine answers now, with incidents of its own.
    else if (name === 'world') void greet()
  }, 'watch')
  const ask = (name: string, input: object) => session.call(newId<RequestId>(), name, input)
  const greet = async () => {
    // This session has no window: it must not make the feeds poll at the pace of a visible one.
    await ask('session:visible', { visible: false })
    const reply = await ask('session:hello', { name: null, screen: 'desktop' })
    if (reply.ok) tell(openIncidents((reply.value as Welcome).incidents))
  }
  void greet()
  return () => session.close()
}

export function openIncidents(incidents: readonly IncidentSummary[]): OpenIncidents {
  const open = openWorstFirst(incidents)
  const [worst] = open
  return { count: open.length, worst: worst === undefined ? null : { severity: worst.severity, title: worst.title } }
}
