import type { AlertRow } from '../../../../shared/contract/views'
import type { ConnectionId } from '../../../../shared/domain/ids'
import { instantOf, webUrl } from '../fields'
import { alertTitle, causeOf, rowLabels, serviceOf, urgencyOf } from '../labels'
import type { AlertmanagerAlert } from './parse'
import { hushOf, type Silence } from './silences'

/** A silenced or inhibited alert stays on the list as `suppressed`: somebody's silence may hide what burns. */
export function alertRow(connection: ConnectionId, alert: AlertmanagerAlert, silences: readonly Silence[]): AlertRow {
  const labels = alert.labels ?? {}
  const hush = hushOf(alert, silences)
  return {
    id: `${connection}/${alert.fingerprint}`,
    connection,
    externalId: alert.fingerprint,
    origin: 'alert',
    title: alertTitle(labels, alert.annotations ?? {}),
    service: serviceOf(labels),
    urgency: urgencyOf(labels),
    state: alert.status.state === 'suppressed' ? 'suppressed' : 'firing',
    startedAt: instantOf(alert.startsAt),
    url: webUrl(alert.generatorURL),
    cause: causeOf(labels),
    labels: rowLabels(labels),
    ...(hush !== '' && { hush }),
  }
}
