/** How long the event loop of this process was kept. */
export interface Turns {
  /** Milliseconds of the longest turn: what a key that comes at its beginning has to wait. */
  readonly longest: number
  /** Milliseconds of CPU of the turn that used most: what it would take on a machine that does nothing else. */
  readonly longestCpu: number
}

/** Watches the loop until it is told to stop. A turn may be a millisecond shorter than it is told. */
export function watchTurns(): () => Turns {
  let [longest, longestCpu] = [0, 0]
  let [began, used] = [performance.now(), cpuOfThread()]
  const timer = setInterval(look, 1)

  function look(): void {
    const [now, cpu] = [performance.now(), cpuOfThread()]
    longest = Math.max(longest, now - began)
    longestCpu = Math.max(longestCpu, cpu - used)
    began = now
    used = cpu
  }

  return () => {
    look()
    clearInterval(timer)
    return { longest, longestCpu }
  }
}

function cpuOfThread(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}
