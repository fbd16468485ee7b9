import type { IncidentId } from '../../../shared/domain/ids'
import { lintUpdate } from '../../../shared/domain/lint/lint'
import { messageOf } from '../../../shared/domain/message'
import { noChannel } from '../../../shared/domain/update'
import { ok } from '../../../shared/lib/reply'
import { notFound } from '../record/decision'
import type { LiveRecord } from '../record/live-record'
import type { Handlers } from '../sessions/handlers'
import { componentsByName, lintedUpdate } from './linted-update'
import { type CheckContext, checkMessage, openInMessage } from './publish-check'

interface LintParts {
  /** Null: there is no such incident. */
  record(incident: IncidentId): LiveRecord | null
  context(): CheckContext
}

/** [LN27] [LN30] What the check says of a text as it is written, and of a draft before it is published. */
export function lintQueries({ record, context }: LintParts): Handlers<'comms:lint' | 'comms:check'> {
  return {
    'comms:lint': ({ channel = noChannel, ...input }) => {
      const found = record(input.incident)
      if (found === null) return notFound('incident-not-here')
      const { words, settings, pages, ...facts } = context()
      const components = componentsByName(found.incident, { ...input, channel }, pages)
      return ok(lintUpdate(lintedUpdate(found.incident, { ...input, components }, facts), words, settings))
    },
    'comms:check': ({ incident, update }) => {
      const found = record(incident)
      if (found === null) return notFound('incident-not-here')
      const draft = found.incident.updates.find(({ id }) => id === update)
      if (draft === undefined) return notFound('no-such-draft')
      const check = checkMessage(messageOf(draft, found.incident.updates), found.incident, context())
      return ok({ text: check.text, findings: openInMessage(check) })
    },
  }
}
