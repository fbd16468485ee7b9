import type { Board } from '../../../shared/contract/feeds'
import { type ConditionNow, conditionNow } from '../../../shared/contract/figures/condition-now'
import { type Called, isMet, isWatched, type Revisit } from '../../../shared/domain/decisions'
import { type IncidentId, newId, type RequestId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { decisionCalled } from '../../../shared/events/decision-called'
import { type Millis, SECOND } from '../../../shared/lib/time'
import type { Clock } from '../ports'
import type { Ledger } from '../record/ledger'

/** Watches the conditions on which decisions are revisited, and reports each once. */
export interface RevisitWatch {
  /** Sets the watched conditions of an incident again from its state. */
  watch(incident: Incident): void
  stop(): void
}

interface Watched {
  readonly clock: Clock
  readonly ledger: Pick<Ledger, 'record' | 'sends' | 'commit'>
  readonly board: () => Pick<Board, 'panels' | 'feeds'>
}

/** Real time: a panel is polled less often than that. */
const LOOK_EVERY = SECOND

/** [DN7] On the machine that sends for the incident, so that two say nothing twice. Returns its stop. */
export function watchRevisits({ clock, ledger, board }: Watched): RevisitWatch {
  const waiting = new Set<IncidentId>()
  const started = clock.now()
  let timer: ReturnType<typeof setInterval> | undefined

  function look(): void {
    for (const id of waiting) if (ledger.sends(id)) lookAt(id)
  }

  function lookAt(id: IncidentId): void {
    const watched = ledger.record(id)?.incident.decisions.filter(isWatched) ?? []
    for (const { id: decision, text, revisit } of watched) {
      const now = clock.now()
      const found = revisit?.condition ? conditionNow(revisit.condition, board(), now) : null
      const call = revisit && revisitCall(revisit, found, { now, started, rate: clock.rate })
      if (!revisit || !call) continue
      const { key, ...plan } = revisit
      const body = { decision, text, revisit: plan, key, dueAt: now + SECOND * clock.rate, ...call }
      const events = [decisionCalled.draft(body, now, { kind: 'engine' })]
      ledger.commit(id, newId<RequestId>(), { events }, now)
    }
  }

  const rest = () => {
    clearInterval(timer)
    timer = undefined
  }

  return {
    watch: ({ id, status, decisions }) => {
      if (status !== 'resolved' && decisions.some(isWatched)) waiting.add(id)
      else waiting.delete(id)
      if (waiting.size === 0) rest()
      else timer ??= setInterval(look, LOOK_EVERY).unref()
    },
    stop: rest,
  }
}

/** How long before its time a metric is read: a revisit that is not needed then notifies nobody. */
const BEFORE: Millis = 2 * SECOND
/** How long a value of now is waited for, after the time and after a start. */
const PATIENCE: Millis = 30 * SECOND

interface Moment {
  readonly now: Millis
  /** When the engine started. */
  readonly started: Millis
  /** Of the clock. */
  readonly rate: number
}

type Call = Pick<Called, 'outcome' | 'value' | 'why'>

/** [DN6] [DN7] What to report of a revisit now; undefined: nothing yet. */
export function revisitCall(
  { at, condition, soon }: Pick<Revisit, 'at' | 'condition' | 'soon'>,
  found: ConditionNow | null,
  { now, started, rate }: Moment,
): Call | undefined {
  const isTime = at !== null && now >= at
  if (condition === null || found === null) return isTime ? { outcome: 'due', value: '', why: null } : undefined
  const value = found.known ? found.text : ''
  const met = found.known && isMet(condition, found.value)
  if (soon) {
    if (met) return { outcome: 'met', value, why: null }
    return isTime ? { outcome: 'due', value, why: null } : undefined
  }
  if (at === null || now < at - BEFORE * rate) return undefined
  if (found.known) return { outcome: met ? 'met' : 'not-met', value, why: null }
  return now >= Math.max(at, started) + PATIENCE * rate ? { outcome: 'unknown', value, why: found.why } : undefined
}
