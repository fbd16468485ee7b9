import { MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import type { MetricNames } from '../vendors/account'

/** The span in which samples are counted. An interval longer than half of it cannot be found. */
const LOOK_BACK: Millis = 10 * MINUTE
/** Spans that people set; what is counted is a scrape off now and then. */
const usual = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300].map(seconds => seconds * SECOND)

/**
 * The time between two scrapes that nine of ten targets meet. Prometheus shows its configuration to few, and each job
 * may have an interval of its own, so the samples of `up` are counted. Null: nothing was counted.
 */
export async function scrapeInterval(names: MetricNames | undefined, signal: AbortSignal): Promise<Millis | null> {
  const seconds = LOOK_BACK / SECOND
  const query = `quantile(0.9, ${seconds} / count_over_time(up[${seconds}s]))`
  const read = await names?.queryResult(query, signal)
  const [line = ''] = read?.ok === true ? read.value : []
  const counted = Number(/ (\S+) \S+$/.exec(line)?.[1]) * SECOND
  return counted > 0 && counted < Number.POSITIVE_INFINITY ? nearest(counted) : null
}

function nearest(span: Millis): Millis {
  const away = (other: Millis) => Math.abs(Math.log(other / span))
  return usual.reduce((best, one) => (away(one) < away(best) ? one : best))
}
