/** Work of which each step up to a `yield` is short. */
export type Sliced = Generator<undefined, void>

/** Jobs one after the other, in slices: whatever else the engine has to do, such as a typed line, goes in between. */
export interface Slices {
  /**
   * Begins a job at once where none is under way, else after those before it. A job without a `yield` in its way is done
   * when this returns. What a job throws is thrown here, or where its slice runs.
   */
  run(job: Sliced): void
  /** Whether a job is under way. */
  busy(): boolean
  /** Resolves when no job is left. */
  idle(): Promise<void>
  /** Does all that is left at once. */
  finish(): void
}

export function openSlices(): Slices {
  const jobs: Sliced[] = []
  let turn: NodeJS.Immediate | undefined
  let whenIdle: (() => void)[] = []

  /** One slice of the first job. @returns whether there is more to do */
  function step(): boolean {
    const [job] = jobs
    if (job === undefined) return false
    let over = true
    try {
      over = job.next().done === true
    } finally {
      // One that threw is over: it must not block the next.
      if (over) jobs.shift()
    }
    return jobs.length > 0
  }

  function work(): void {
    turn = undefined
    try {
      step()
    } finally {
      rest()
    }
  }

  function rest(): void {
    if (jobs.length > 0) turn ??= setImmediate(work)
    else tellIdle()
  }

  function tellIdle(): void {
    for (const tell of whenIdle) tell()
    whenIdle = []
  }

  return {
    run(job) {
      jobs.push(job)
      if (jobs.length === 1) work()
    },
    busy: () => jobs.length > 0,
    idle: () => (jobs.length === 0 ? Promise.resolve() : new Promise(done => whenIdle.push(done))),
    finish() {
      clearImmediate(turn)
      turn = undefined
      while (step());
      tellIdle()
    },
  }
}
