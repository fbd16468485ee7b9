import { app, powerSaveBlocker } from 'electron'
import type { OpenIncidents } from './open-incidents'

/** What the system itself shows of open incidents. */
export interface DesktopSigns {
  show(open: OpenIncidents): void
  stop(): void
}

/** The badge counts open incidents, and the display does not sleep while there are any: people read it from afar. */
export function startDesktopSigns(): DesktopSigns {
  let blocker: number | null = null
  const letSleep = () => {
    if (blocker !== null) powerSaveBlocker.stop(blocker)
    blocker = null
  }
  return {
    show: ({ count }) => {
      app.setBadgeCount(count)
      if (count === 0) letSleep()
      else blocker ??= powerSaveBlocker.start('prevent-display-sleep')
    },
    stop: () => {
      letSleep()
      app.setBadgeCount(0)
    },
  }
}
