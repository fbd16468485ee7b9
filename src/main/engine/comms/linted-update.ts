import type { Input } from '../../../shared/contract/calls'
import type { StatusPage } from '../../../shared/contract/status-pages'
import { type Cadence, defaultCadence } from '../../../shared/domain/cadence'
import type { Incident } from '../../../shared/domain/incident'
import type { LintedUpdate } from '../../../shared/domain/lint/lint-finding'
import { changedComponents } from '../../../shared/domain/restore-components'
import { type ComponentStatus, mayHaveReachedAudience, type UpdateContent } from '../../../shared/domain/update'
import type { Millis } from '../../../shared/lib/time'
import { promisedUpdateOf } from './templates-facts'

type Written = Omit<Input<'comms:lint'>, 'incident' | 'channel'>

export interface LintFacts {
  readonly now: Millis
  readonly cadence?: Cadence | undefined
}

/** [LN27] A text for customers with what the record knows of its incident. @param written components by name */
export function lintedUpdate(
  incident: Incident,
  { message, title, body, stage, components, nextUpdateAt }: Written,
  { now, cadence = defaultCadence }: LintFacts,
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

/**
 * [LN5] What customers see of this incident's components once the text is out, by the names that the page has for them:
 * those that the incident changed as the page was last read, and those that the text changes. One that the page was not
 * read for has its id as its name.
 */
export function componentsByName(
  incident: Incident,
  { channel, components }: Pick<UpdateContent, 'channel' | 'components'>,
  pages: readonly StatusPage[],
): Readonly<Record<string, ComponentStatus>> {
  const page = pages.find(({ connection }) => connection === channel.connection)
  const read = new Map(page?.components.map(component => [component.id, component]))
  const changed = changedComponents(incident, channel.connection).flatMap(({ id }) => {
    const known = read.get(id)
    return known === undefined ? [] : [[id, known.status] as const]
  })
  const after = { ...Object.fromEntries(changed), ...components }
  return Object.fromEntries(Object.entries(after).map(([id, status]) => [read.get(id)?.name ?? id, status]))
}
