/** The vendors that are known here. */

export const vendors = [
  'pagerduty',
  'grafana',
  'prometheus',
  'alertmanager',
  'statuspage',
  'slack',
  'slack-webhook',
  'teams',
  'email',
  'webhook',
  'by-hand',
] as const
export type Vendor = (typeof vendors)[number]

/** Those that are posted to at an address which is itself the secret. */
export const secretAddressVendors: readonly Vendor[] = ['slack-webhook', 'teams', 'webhook']

export const vendorName: Readonly<Record<Vendor, string>> = {
  pagerduty: 'PagerDuty',
  grafana: 'Grafana',
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
  statuspage: 'Statuspage',
  slack: 'Slack',
  'slack-webhook': 'Slack webhook',
  teams: 'Microsoft Teams',
  email: 'E-mail',
  webhook: 'Webhook',
  'by-hand': 'Posted by hand',
}
