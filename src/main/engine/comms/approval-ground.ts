import { defaultCadence } from '../../../shared/domain/cadence'
import { HOLDING, usualImpact } from '../../../shared/domain/holding-post'
import type { Responder } from '../../../shared/domain/people'
import type { SettingsStore } from '../ports'
import type { Surroundings } from '../record/decision'
import type { Templates } from './templates'
import { type FactContext, promisedUpdateOf } from './templates-facts'

interface ApprovalParts {
  readonly settings: Pick<SettingsStore, 'read'>
  readonly templates: Pick<Templates, 'fill'>
  facts(): FactContext
  present(): readonly Responder[]
}

/** What a command needs to know of approvals besides the log. */
export function approvalGround({
  settings,
  templates,
  facts,
  present,
}: ApprovalParts): Pick<Surroundings, 'approvalNeeded' | 'present' | 'holdingPost'> {
  return {
    present,
    approvalNeeded: severity => settings.read().approvalFor?.includes(severity) ?? false,
    // [HP2] No answer of a page counts: what the text would be is worked out here.
    holdingPost: (incident, nextUpdateAt) => {
      if (settings.read().holdingApproval === true) return undefined
      const context = facts()
      const filled = templates.fill(incident, { template: HOLDING, fields: {}, nextUpdateAt }, context)
      if (!filled.ok || filled.value.fields.some(({ missing }) => missing)) return undefined
      const latest = promisedUpdateOf(incident, 'initial', null, context.now, context.cadence ?? defaultCadence)
      return { ...filled.value, latest: latest?.at ?? null, impact: usualImpact[incident.severity] }
    },
  }
}
