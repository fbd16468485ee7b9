import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { SECOND } from '../../../../shared/lib/time'
import type { Api } from '../../http/api'
import type { SendOutcome, VerificationOutcome } from '../../outbox/types'
import { knownInstant } from '../fields'
import { notSeen, outcomeBeforeSending, outcomeOfFault, refusedHere } from '../outcome'
import { parseIncident, parseLandedUpdate, type StatuspageIncident } from './parse'
import { landedAs, plainWords, postedWith } from './translate'

type Edit = Extract<VendorRequest, { readonly kind: 'update-edit' }>

type Posted = NonNullable<StatuspageIncident['incident_updates']>[number]

/**
 * [PE1] Changes the words of an update where it stands. Read first: one that somebody changed there since is left
 * alone.
 */
export async function editUpdate(api: Api, page: string, what: Edit, signal: AbortSignal): Promise<SendOutcome> {
  const path = incidentPath(page, what)
  const before = await api.ask({ method: 'GET', path }, parseIncident, signal)
  if (!before.ok) return outcomeBeforeSending(before.fault)
  if (isDone(before.value, what)) return { outcome: 'delivered', delivered: landedAs(before.value) }
  const there = editedThere(before.value, what)
  const id = there?.id
  if (!id || plainWords(there.body ?? '') !== plainWords(what.before))
    return refusedHere('public-update-changed', { incident: what.publicIncident.name })
  const request = {
    ...({ method: 'PATCH', path: `${path}/incident_updates/${encodeURIComponent(id)}` } as const),
    json: { incident_update: edited(what) },
  }
  const reply = await api.ask(request, parseLandedUpdate, signal)
  return reply.ok ? { outcome: 'delivered', delivered: landedAs(before.value) } : outcomeOfFault(reply.fault)
}

function edited({ body, displayedAt }: Edit): object {
  return {
    body: body.toWellFormed(),
    ...(displayedAt !== undefined && { display_at: new Date(displayedAt).toISOString() }),
    // Always sent: who was mailed the first wording is not mailed another one, and nothing is tweeted.
    deliver_notifications: false,
    wants_twitter_update: false,
  }
}

export async function verifyEdit(
  api: Api,
  page: string,
  what: Edit,
  signal: AbortSignal,
): Promise<VerificationOutcome> {
  const reply = await api.ask({ method: 'GET', path: incidentPath(page, what) }, parseIncident, signal)
  if (!reply.ok) return notSeen(reply.fault)
  return isDone(reply.value, what) ? { found: 'delivered', delivered: landedAs(reply.value) } : { found: 'absent' }
}

/** Without its id an older update may say the same by chance: the words of before must be gone, or be those. */
function isDone(incident: StatuspageIncident, what: Edit): boolean {
  const posted =
    what.entry === undefined ? postedWith(incident, what.body, what.published) : editedThere(incident, what)
  if (posted === undefined || plainWords(posted.body ?? '') !== plainWords(what.body)) return false
  const isOldThere = what.before !== what.body && postedWith(incident, what.before, what.published) !== undefined
  if (what.entry === undefined && isOldThere) return false
  if (what.displayedAt === undefined) return true
  const shown = knownInstant(posted.display_at)
  return shown !== null && Math.abs(shown - what.displayedAt) < SECOND
}

/** [PE6] The update as the page has it: by its id; where an earlier version did not keep that, by the words that it had. */
function editedThere(incident: StatuspageIncident, { entry, before, published }: Edit): Posted | undefined {
  if (entry === undefined) return postedWith(incident, before, published)
  return incident.incident_updates?.find(({ id }) => id === entry)
}

function incidentPath(page: string, { publicIncident }: Edit): string {
  return `${page}/incidents/${encodeURIComponent(publicIncident.id)}`
}
