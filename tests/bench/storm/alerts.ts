/** An alert in the shape that Prometheus posts to Alertmanager. */
export interface PostedAlert {
  readonly labels: Readonly<Record<string, string>>
  readonly annotations: Readonly<Record<string, string>>
  readonly startsAt: string
  readonly endsAt: string
  readonly generatorURL: string
}

const SERVICES = 200
const CAUSES = ['HighErrorRate', 'HighLatency', 'PodCrashLooping', 'QueueGrowing', 'DiskAlmostFull', 'ReplicaLag']

/** A storm over 200 services, six causes and five minutes; every alert is of an instance of its own. */
export function stormOf(count: number, now: number): readonly PostedAlert[] {
  return Array.from({ length: count }, (_, at) => {
    const [service, cause] = [`service-${at % SERVICES}`, CAUSES[(at * 7) % CAUSES.length] ?? '']
    const startsAt = new Date(now - ((at * 13) % 300) * 1_000).toISOString()
    const where = { instance: `10.${at % 7}.${(at >> 8) % 256}.${at % 256}:${9_000 + at}`, cluster: `eu-${at % 3}` }
    const severity = ['critical', 'warning', 'info'][at % 3] ?? ''
    return {
      labels: { alertname: cause, service, severity, namespace: 'shop', job: 'kubernetes-pods', ...where },
      annotations: { summary: `${cause} on ${service}, instance ${where.instance}` },
      startsAt,
      endsAt: new Date(now + 3_600_000).toISOString(),
      generatorURL: `http://prometheus.example.com/graph?g0.expr=${cause}`,
    }
  })
}

/** The same alerts as Alertmanager tells them to whoever asks. */
export function asTold(alerts: readonly PostedAlert[]): string {
  const status = { state: 'active', silencedBy: [], inhibitedBy: [] }
  const receivers = [{ name: 'none' }]
  return JSON.stringify(
    alerts.map((alert, at) => ({
      ...alert,
      fingerprint: at.toString(16).padStart(16, '0'),
      updatedAt: alert.startsAt,
      receivers,
      status,
    })),
  )
}
