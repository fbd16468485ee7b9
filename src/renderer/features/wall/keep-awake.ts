/** Keeps the display on while this page is in sight; returns its stop. Where it cannot, the console says so once. */
export function keepAwake(): () => void {
  let held: WakeLockSentinel | undefined
  let stopped = false
  let said = false
  const say = (reason: string) => {
    if (!said) console.info(`The display may go to sleep: ${reason}`)
    said = true
  }
  const ask = async () => {
    if (document.visibilityState !== 'visible') return
    try {
      held = await navigator.wakeLock.request('screen')
      if (stopped) await held.release()
    } catch (error) {
      say(error instanceof Error ? error.message : String(error))
    }
  }
  // The browser lets go of it whenever the page is hidden.
  const back = () => void ask()
  if (!('wakeLock' in navigator)) say('this browser cannot keep it on')
  else {
    document.addEventListener('visibilitychange', back)
    back()
  }
  return () => {
    stopped = true
    document.removeEventListener('visibilitychange', back)
    void held?.release()
  }
}
