import { correctedIn } from '../../../shared/contract/mode'
import { audienceName } from '../../../shared/domain/audience'
import { type DeadlineKind, type RunningDeadline, runningDeadlines } from '../../../shared/domain/deadlines'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import type { Millis } from '../../../shared/lib/time'
import type { Clock, Notify } from '../ports'

/** Calls a person when a deadline of an open incident is reached, though no window shows it. Returns nothing to undo. */
export interface Deadlines {
  /** Sets an incident's deadlines again from its state. */
  watch(incident: Incident): void
  stop(): void
}

const dueTitles: Readonly<Record<DeadlineKind, string>> = {
  checkpoint: 'Checkpoint due',
  update: 'Customer update due',
  'internal-update': 'Internal update due',
  task: 'Task due',
  'lead-report': 'Report of a sub-team due',
  relief: 'Long in command: ask whether to hand over',
  'relief-overdue': 'Too long in command: hand over',
  overlap: 'Overlap of command is over: release',
  objection: 'Decision due',
  revisit: 'Revisit a decision',
  acknowledge: 'Nobody has acknowledged',
  respond: 'First response due',
  engage: 'No commander yet',
}

/**
 * [CW7] What falls due because the clock was set is shown as overdue and not called out, and what is no longer due waits.
 * @param uptime milliseconds since this computer started, its sleep included; without it no clock is known to be set
 */
export function watchDeadlines(clock: Clock, notify: Notify, uptime?: () => Millis): Deadlines {
  const timers = new Map<IncidentId, readonly (() => void)[]>()
  /** Deadlines with their instants: a clock that is set back comes to them again. */
  const called = new Set<string>()

  function at(instant: Millis, id: string, title: string, body: string): () => void {
    const key = `${id} ${instant}`
    // A deadline that passed while nothing ran is drawn as overdue; calling it out hours later would only startle.
    if (instant <= clock.now() || called.has(key)) return () => undefined
    const [began, up] = [clock.now(), uptime?.()]
    const passed = () => (up === undefined || uptime === undefined ? Infinity : uptime() - up)
    let stop = clock.at(instant, ring)
    return () => stop()

    function ring(): void {
      if (clock.now() < instant) stop = clock.at(instant, ring)
      else if (began + (passed() + correctedIn(passed())) * clock.rate >= instant) {
        called.add(key)
        notify(title, body)
      }
    }
  }

  function forget(incident: IncidentId): void {
    for (const stop of timers.get(incident) ?? []) stop()
    timers.delete(incident)
  }

  return {
    watch(incident) {
      forget(incident.id)
      const calls = runningDeadlines(incident).flatMap(deadline =>
        calledAt(deadline).map(instant => ({ instant, deadline })),
      )
      // [AU8] Audiences that are due at once are called out together.
      const together = Map.groupBy(calls, ({ instant, deadline: { id, kind } }) =>
        kind === 'internal-update' ? `${kind} ${instant}` : `${id} ${instant}`,
      )
      const stops = [...together.values()].map(group => {
        const all = group.map(({ deadline }) => deadline)
        return at(group[0]?.instant ?? 0, all.map(({ id }) => id).join(' '), titleOf(all), incident.title)
      })
      if (stops.length > 0) timers.set(incident.id, stops)
    },
    stop() {
      for (const incident of [...timers.keys()]) forget(incident)
    },
  }
}

/** [SG9] A task is asked for by name, and so is each audience. */
function titleOf(all: readonly RunningDeadline[]): string {
  const [first] = all
  if (first === undefined) return ''
  const { kind, owner, about, audience } = first
  if (kind === 'internal-update' && audience !== null) return `${dueTitles[kind]}: ${all.map(audienceOf).join(', ')}`
  if (about === null) return dueTitles[kind]
  return `${dueTitles[kind]}${owner === null ? '' : ` (${owner.name})`}: ${about}`
}

function audienceOf({ audience }: RunningDeadline): string {
  return audienceName(audience ?? 'colleagues') ?? 'colleagues'
}

/** [CP6] The louder calls that follow are the clients'. */
function calledAt({ dueAt, ladder }: RunningDeadline): readonly Millis[] {
  return ladder.flatMap(({ after, does }) => (does === 'call' ? [dueAt + after] : []))
}
