import type { Input } from '../../../shared/contract/calls'
import { type Cadence, defaultCadence } from '../../../shared/domain/cadence'
import type { IncidentId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { lintUpdate } from '../../../shared/domain/lint/lint'
import type { LintedUpdate } from '../../../shared/domain/lint/lint-finding'
import { mayHaveReachedAudience } from '../../../shared/domain/update'
import { ok } from '../../../shared/lib/reply'
import type { Millis } from '../../../shared/lib/time'
import { notFound } from '../record/decision'
import type { LiveRecord } from '../record/live-record'
import type { Handlers } from '../sessions/handlers'
import type { LintStore } from './lint-store'
import { promisedUpdateOf } from './templates-facts'

interface LintContext {
  readonly now: Millis
  readonly cadence?: Cadence | undefined
}

/** [LN27] A text for customers with what the record knows of its incident: what the page says of that is not asked. */
export function lintedUpdate(
  incident: Incident,
  { message, title, body, stage, components, nextUpdateAt }: Omit<Input<'comms:lint'>, 'incident'>,
  { now, cadence = defaultCadence }: LintContext,
): LintedUpdate {
  const promised = promisedUpdateOf(incident, stage, nextUpdateAt, now, cadence)
  const before = mayHaveReachedAudience('customers', incident.updates).filter(update => update.message !== message)
  return {
    ...{ title, body, stage, now },
    incident: {
      resolved: incident.status === 'resolved',
      identified: incident.status !== 'investigating',
      components,
    },
    // As in templates: what customers read is in UTC.
    zone: 'UTC',
    nextUpdate: { asked: promised !== null, at: promised?.at ?? null },
    previous: before.at(-1)?.content.body ?? null,
  }
}

interface LintParts {
  readonly lint: LintStore
  /** Null: there is no such incident. */
  record(incident: IncidentId): LiveRecord | null
  facts(): LintContext
}

export function lintQueries({ lint, record, facts }: LintParts): Handlers<'comms:lint'> {
  return {
    'comms:lint': input => {
      const found = record(input.incident)
      if (found === null) return notFound('incident-not-here')
      return ok(lintUpdate(lintedUpdate(found.incident, input, facts()), lint.current().words))
    },
  }
}
