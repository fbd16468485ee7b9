/** How often to look whether npm is still there, in milliseconds. */
const LOOK_EVERY = 500

/**
 * Calls `end` once when this process should stop: on a signal, or when the npm that started it is gone. npm does not
 * pass SIGTERM on, it just dies.
 * @param {() => void} end
 */
export function whenToldToEnd(end) {
  let told = false
  const once = () => {
    if (!told) end()
    told = true
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, once)
  if (process.env.npm_lifecycle_event === undefined) return
  const npm = process.ppid
  setInterval(() => {
    if (process.ppid !== npm) once()
  }, LOOK_EVERY).unref()
}
