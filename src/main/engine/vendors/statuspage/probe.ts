import * as z from 'zod/mini'
import { coded, partOf } from '../../../../shared/contract/coded-text'
import type { Ability, ProbeResult } from '../../../../shared/contract/connections'
import type { Api } from '../../http/api'
import { parserOf } from '../../http/json'
import { choicesOf, tryReads } from '../abilities'
import { idText, maybeText } from '../fields'
import { failedProbe } from '../probe'
import { parsePage } from './parse'

const parsePages = parserOf('statuspage', z.array(z.object({ id: idText, name: maybeText })))

/** @param page path of the page, or null while none is chosen: the pages of the token's owner are offered */
export async function probeStatuspage(api: Api, page: string | null, signal: AbortSignal): Promise<ProbeResult> {
  const found = page === null ? null : await api.ask({ method: 'GET', path: page }, parsePage, signal)
  const pages = await api.ask({ method: 'GET', path: '/pages' }, parsePages, signal)
  const choices = { pages: choicesOf(pages, ({ id, name }) => ({ id, name: name ?? id })) }
  if (found === null) {
    const why = pages.ok ? coded('choose-page') : coded('choose-page-unlisted', { reason: partOf(pages.fault) })
    return { good: false, ...why, choices }
  }
  if (!found.ok) return { ...failedProbe(found.fault), choices }
  const one = [['per_page', '1']] as const
  const trials = [
    { name: 'read-components', path: `${page}/components`, query: [['page', '1'], ...one] },
    { name: 'read-incidents', path: `${page}/incidents/unresolved`, query: one },
    { name: 'read-maintenance', path: `${page}/incidents/scheduled`, query: one },
    { name: 'read-templates', path: `${page}/incident_templates`, query: one },
  ] as const
  const abilities = [...(await tryReads(api, trials, signal)), publish]
  return {
    good: true,
    ...coded('reached-status-page', { page: found.value.name ?? found.value.id }),
    abilities,
    choices,
  }
}

const publish: Ability = {
  name: 'publish',
  may: 'unknown',
  ...coded('nothing-published'),
}
