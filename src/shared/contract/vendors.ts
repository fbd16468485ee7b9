/** The vendors that are known here. */

export const vendors = ['pagerduty', 'grafana', 'prometheus', 'alertmanager', 'statuspage', 'slack'] as const
export type Vendor = (typeof vendors)[number]

export const vendorName: Readonly<Record<Vendor, string>> = {
  pagerduty: 'PagerDuty',
  grafana: 'Grafana',
  prometheus: 'Prometheus',
  alertmanager: 'Alertmanager',
  statuspage: 'Statuspage',
  slack: 'Slack',
}
