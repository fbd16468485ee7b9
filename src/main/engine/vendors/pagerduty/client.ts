import type { Connection } from '../../../../shared/contract/connections'
import { openApi } from '../../http/api'
import type { HttpClient } from '../../http/types'
import type { VendorAccount } from '../account'
import { deployReader } from './deploys'
import { readPageDetails } from './details'
import { findPeople, readDirectory } from './directory'
import { incidentReader } from './incidents'
import { readOnCall } from './on-call'
import { pageNotes } from './page-notes'
import { pagerDutyMessage } from './parse'
import { probePagerDuty } from './probe'
import { pagerDutyRequests } from './requests'
import { readServiceList } from './services'

/**
 * Reads open incidents, their notes, recent changes and who is on call, and acts on incidents. `token` is a REST API key; one that
 * begins with "Bearer " is sent as it is (OAuth).
 */
export function openPagerDuty(connection: Connection, token: string, http: HttpClient): VendorAccount {
  const headers = {
    Accept: 'application/vnd.pagerduty+json;version=2',
    Authorization: token.startsWith('Bearer ') ? token : `Token token=${token}`,
  }
  const from = (connection.from ?? '').trim()
  const writing = { 'Content-Type': 'application/json', ...(from !== '' && { From: from }) }
  const settled = { vendor: 'pagerduty', http, baseUrl: connection.baseUrl, root: '', words: pagerDutyMessage } as const
  const api = openApi({ ...settled, headers })
  return {
    alerts: { fetchOpenAlerts: incidentReader(api, connection) },
    deploys: { fetchDeploys: deployReader(api, connection) },
    rooms: pageNotes(api, connection),
    people: {
      pageDetails: (incident, signal) => readPageDetails(api, incident, signal),
      onCall: signal => readOnCall(api, connection, signal),
      directory: signal => readDirectory(api, connection, signal),
      services: signal => readServiceList(api, connection, signal),
      find: (words, signal) => findPeople(api, words, signal),
    },
    acts: pagerDutyRequests(openApi({ ...settled, headers: { ...headers, ...writing } }), from),
    channels: [],
    probe: signal => probePagerDuty(api, connection, signal),
  }
}
