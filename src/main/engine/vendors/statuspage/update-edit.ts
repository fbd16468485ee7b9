import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { SECOND } from '../../../../shared/lib/time'
import type { Api } from '../../http/api'
import type { SendOutcome, VerificationOutcome } from '../../outbox/types'
import { knownInstant } from '../fields'
import { notSeen, outcomeBeforeSending, outcomeOfFault, refusedHere } from '../outcome'
import { parseIncident, parseLandedUpdate, type StatuspageIncident } from './parse'
import { landedAs } from './translate'

type Edit = Extract<VendorRequest, { readonly kind: 'update-edit' }>

type Posted = NonNullable<StatuspageIncident['incident_updates']>[number]

/**
 * [PE1] Changes the words of an update where it stands. Read first: the page gives no id when it takes an update, so it
 * is found by its words, and one that somebody changed there since is left alone.
 */
export async function editUpdate(api: Api, page: string, what: Edit, signal: AbortSignal): Promise<SendOutcome> {
  const path = incidentPath(page, what)
  const before = await api.ask({ method: 'GET', path }, parseIncident, signal)
  if (!before.ok) return outcomeBeforeSending(before.fault)
  if (isDone(before.value, what)) return { outcome: 'delivered', delivered: landedAs(before.value) }
  const id = postedWith(before.value, what.before, what)?.id
  if (!id) return refusedHere('public-update-changed', { incident: what.publicIncident.name })
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

/** An older update may say the same by chance: the words of before must be gone, or be those. */
function isDone(incident: StatuspageIncident, what: Edit): boolean {
  const posted = postedWith(incident, what.body, what)
  if (posted === undefined) return false
  if (what.before !== what.body && postedWith(incident, what.before, what) !== undefined) return false
  if (what.displayedAt === undefined) return true
  const shown = knownInstant(posted.display_at)
  return shown !== null && Math.abs(shown - what.displayedAt) < SECOND
}

/** The update that has these words; of several, the one that was posted nearest to when ours was. */
function postedWith(incident: StatuspageIncident, words: string, { published }: Edit): Posted | undefined {
  const far = (one: Posted) => Math.abs((knownInstant(one.created_at) ?? 0) - published)
  return (incident.incident_updates ?? [])
    .filter(({ body }) => plain(body ?? '') === plain(words))
    .reduce<Posted | undefined>((best, one) => (best === undefined || far(one) < far(best) ? one : best), undefined)
}

/** A page may store other line ends, and no space at the ends. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trim().toWellFormed()
}

function incidentPath(page: string, { publicIncident }: Edit): string {
  return `${page}/incidents/${encodeURIComponent(publicIncident.id)}`
}
