import type { Fault } from '../../../shared/contract/faults'
import type { FeedStatus } from '../../../shared/contract/feeds'
import type { IncidentGate } from '../../../shared/contract/gate'
import type { PanelBaseline, PanelReading } from '../../../shared/contract/metrics'
import type { Pushes } from '../../../shared/contract/pushes'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { FactNow } from '../../../shared/domain/method/facts-now'
import type { BaselineDay } from '../../../shared/domain/method/panel-meaning'
import type { NotedCriterion } from '../../../shared/domain/resolution'
import type { CatalogueService } from '../../../shared/domain/service-catalogue'
import type { Reply } from '../../../shared/lib/reply'
import type { Clock } from '../ports'
import type { Ledger } from '../record/ledger'
import type { GateCompletion } from './completion'
import { type FactsWatch, watchFacts } from './facts-watch'
import { type IncidentAlerts, watchGates } from './gate-watch'
import { notedGate } from './noted-gate'

/** What the panels say, and how far each open incident is from being resolved. */
export interface StandingNow {
  readonly facts: readonly FactNow[]
  readonly gates: readonly IncidentGate[]
}

export interface Standing {
  now(): StandingNow
  readonly facts: FactsWatch['now']
  /** [GT12] The gate of an incident as a handoff notes it; undefined: it has none. */
  noted(incident: IncidentId): readonly NotedCriterion[] | undefined
  /** To be called after each reading and each change of a log. */
  look(): void
}

interface StandingOptions {
  readonly ledger: Pick<Ledger, 'summaries' | 'record'>
  readonly accounts: {
    board(): { readonly panels: readonly PanelReading[]; readonly feeds: readonly FeedStatus[] }
  }
  readonly alerts: { around(incident: Incident): IncidentAlerts }
  readonly baselines: { read(day: BaselineDay): Promise<Reply<readonly PanelBaseline[], Fault>> }
  readonly catalogue: () => readonly CatalogueService[]
  readonly clock: Pick<Clock, 'now'>
  readonly tell: <Name extends 'facts' | 'gates'>(name: Name, payload: Pushes[Name]) => void
  readonly completion: Pick<GateCompletion, 'look'>
}

/** [GT2] [GT4] The facts and the gates, pushed to all sessions when they change. */
export function watchStanding(options: StandingOptions): Standing {
  const { ledger, accounts, alerts, baselines, catalogue, clock, tell, completion } = options
  const facts = watchFacts({
    ...{ panels: () => accounts.board().panels, baseline: day => baselines.read(day), clock },
    changed: now => {
      tell('facts', now)
      gates.look()
    },
  })
  const gates = watchGates({
    ...{ ledger, facts: facts.now, alerts: incident => alerts.around(incident) },
    ...{ feeds: () => accounts.board().feeds, catalogue, clock, tell: now => tell('gates', now), completion },
  })
  return {
    facts: facts.now,
    now: () => ({ facts: facts.now(), gates: gates.now() }),
    noted(incident) {
      const gate = gates.of(incident)
      return gate && notedGate(gate, { facts: facts.now(), feeds: accounts.board().feeds }, clock.now())
    },
    look() {
      // Facts that changed have had the gates judged already.
      if (!facts.look()) gates.look()
    },
  }
}
