/**
 * One measured number. A file `tests/bench/NAME.bench.ts` exports `run`, which promises a list of them, or yields each as
 * it is measured: those outlast a failure of the next. It is bundled and run in a Node of its own, with `gc` exposed.
 */
export interface BenchResult {
  readonly name: string
  readonly value: number
  readonly unit: string
  /** The same done the plain way, measured in the same run. */
  readonly baseline?: number
  /** `value / baseline`: machines differ, ratios less so. */
  readonly ratio?: number
  /** Bound that an issue sets: of the ratio where there is one, else of the value. */
  readonly target?: number
  readonly ok?: boolean
}

/** A result beside its baseline, in the same unit. */
export function against(result: BenchResult, baseline: number): BenchResult {
  return { ...result, baseline, ratio: result.value / baseline }
}

/** Judges a result of which more is better. */
export function atLeast(result: BenchResult, target: number): BenchResult {
  return { ...result, target, ok: (result.ratio ?? result.value) >= target }
}

/** Judges a result of which less is better. */
export function atMost(result: BenchResult, target: number): BenchResult {
  return { ...result, target, ok: (result.ratio ?? result.value) <= target }
}
