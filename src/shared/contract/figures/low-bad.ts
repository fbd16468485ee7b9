import type { Threshold } from '../metrics'

/** [CH4] A threshold that says so, or a critical one under the warning, makes low bad; otherwise high is. */
export function isLowBad(thresholds: readonly Threshold[]): boolean {
  if (thresholds.some(threshold => threshold.low === true)) return true
  const at = (level: Threshold['level']) => thresholds.find(threshold => threshold.level === level)?.at
  const [warning, critical] = [at('warning'), at('critical')]
  return warning !== undefined && critical !== undefined && critical < warning
}
