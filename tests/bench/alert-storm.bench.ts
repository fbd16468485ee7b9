import { against, atLeast, atMost, type BenchResult } from './result'
import { type Measured, measureAlertmanager } from './storm/alertmanager'
import { asTold, stormOf } from './storm/alerts'
import { measureQuarterdeck } from './storm/quarterdeck'

const ROUNDS = 3
const SIZES = [10_000, 50_000]
/** Of what Prometheus posts at once (64 by default, 256 since 3.0), and of what goes to our disk in one transaction. */
const BATCHES = [64, 256]

/**
 * A storm on its way to groups: Quarterdeck beside a real Alertmanager, in turns, on the same alerts. Alertmanager gets
 * them as it does in life, posted in batches, and keeps them in memory; Quarterdeck reads them as it does in life, in
 * one answer, and keeps them on disk.
 */
export async function* run(): AsyncGenerator<BenchResult> {
  for (const size of SIZES) {
    const alerts = stormOf(size, Date.now())
    const told = asTold(alerts)
    for (const batch of BATCHES) {
      const [ours, theirs]: [Measured[], Measured[]] = [[], []]
      for (let round = 0; round < ROUNDS; round += 1) {
        theirs.push(await measureAlertmanager(alerts, batch))
        ours.push(await measureQuarterdeck(told, batch))
      }
      yield* compare(`${size} alerts, batches of ${batch}`, size, ours, theirs)
    }
  }
}

function compare(
  what: string,
  size: number,
  ours: readonly Measured[],
  theirs: readonly Measured[],
): readonly BenchResult[] {
  const speed = (measured: readonly Measured[]) => (size / middle(measured, 'ingested')) * 1_000
  const [visible, cpu] = [middle(ours, 'visible'), middle(ours, 'cpu')]
  return [
    atLeast(against({ name: `ingested, ${what}`, value: speed(ours), unit: 'alerts/s' }, speed(theirs)), 1.4),
    atMost(against({ name: `visible in groups, ${what}`, value: visible, unit: 'ms' }, middle(theirs, 'visible')), 0.4),
    atMost(against({ name: `CPU, ${what}`, value: cpu, unit: 'ms' }, middle(theirs, 'cpu')), 1 / 5),
  ]
}

function middle(measured: readonly Measured[], field: keyof Measured): number {
  const sorted = measured.map(one => one[field]).sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}
