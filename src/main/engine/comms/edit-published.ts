import type { Fault } from '../../../shared/contract/faults'
import { channelKind } from '../../../shared/domain/channels/channel-kinds'
import { lintUpdate } from '../../../shared/domain/lint/lint'
import type { Update } from '../../../shared/domain/update'
import type { VendorRequest } from '../../../shared/domain/vendor-request'
import type { Reply } from '../../../shared/lib/reply'
import { conflict, type Decide, type IncidentSituation, refused } from '../record/decision'
import { mayNotApprove } from './approval'
import { componentsByName, lintedUpdate } from './linted-update'

type Edit = Extract<VendorRequest, { readonly kind: 'update-edit' }>

/**
 * [PE1] [PE3] Why an update that is out may not be edited so: it is not out there, it reads otherwise by now, nobody who
 * approves asks for it where customers' words need that, or the new words may never leave. Undefined: it may.
 */
function editRefusal(what: Edit, situation: IncidentSituation): Reply<never, Fault> | undefined {
  const { record, statusPages } = situation
  const update = record.incident.updates.find(({ id }) => id === what.update)
  if (update?.delivery.state !== 'published' || !isEditableThere(update, what)) return refused('update-not-editable')
  if (update.content.body !== what.before) return conflict('text-changed')
  const isWaiting = record.incident.acts.some(
    ({ what: known, standing }) =>
      known.kind === 'update-edit' && known.update === what.update && ['waiting', 'unknown'].includes(standing.state),
  )
  if (isWaiting) return refused('edit-under-way')
  if (what.body === what.before && what.displayedAt === undefined) return refused('edit-changes-nothing')
  if (what.displayedAt !== undefined && what.displayedAt > situation.now) return refused('edit-time-ahead')
  const unapproved = mayNotApprove(update, situation)
  if (unapproved !== undefined) return unapproved
  const components = componentsByName(record.incident, update.content, statusPages())
  const rewritten = { ...update.content, body: what.body, message: update.message, components }
  const subject = lintedUpdate(record.incident, rewritten, { now: situation.now, cadence: situation.cadence() })
  const { findings } = lintUpdate(subject, situation.lintWords(), situation.lintSettings())
  const [stop] = findings.filter(({ level }) => level === 'for-good')
  if (stop === undefined) return undefined
  return stop.rule === 'secret'
    ? refused('secret-in-update', { channel: update.content.channel.label })
    : refused('open-slot', { slot: String(stop.values.words) })
}

function isEditableThere({ content: { channel }, delivery }: Update, what: Edit): boolean {
  return (
    channelKind(channel).editable === true &&
    channel.connection === what.connection &&
    delivery.state === 'published' &&
    delivery.externalId === what.publicIncident.id
  )
}

/** @param ask how anything is asked of another system: an edit only where it may be made */
export function withEditsChecked(ask: Decide<'acts:ask'>): Decide<'acts:ask'> {
  return (input, situation) => {
    const { what, act } = input
    const { record } = situation
    // Sent again after an unknown outcome, it is there: that is answered, not judged.
    const isKnown = record?.incident.acts.some(({ id }) => id === act) === true
    if (what.kind !== 'update-edit' || record === null || isKnown) return ask(input, situation)
    return editRefusal(what, { ...situation, record }) ?? ask(input, situation)
  }
}
