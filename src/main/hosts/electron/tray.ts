import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import type { Logger } from '../../engine/ports'
import type { OpenIncidents } from './open-incidents'

export interface TrayActs {
  readonly bringForward: () => void
  readonly showWall: () => void
  readonly quit: () => void
}

export interface CockpitTray {
  show(open: OpenIncidents): void
  stop(): void
}

/** The icon beside the system's clock. A desktop without a place for one has none, and the log says why. */
export function showTray(icons: string, acts: TrayActs, logger: Logger): CockpitTray {
  const tray = makeTray(icons, logger)
  tray?.setContextMenu(
    Menu.buildFromTemplate([
      { label: 'Bring Quarterdeck forward', click: acts.bringForward },
      { label: 'Wall', click: acts.showWall },
      { type: 'separator' },
      { label: 'Quit', click: acts.quit },
    ]),
  )
  tray?.on('click', acts.bringForward)
  return {
    show: open => tray?.setToolTip(trayWords(open)),
    stop: () => tray?.destroy(),
  }
}

/** One line for the pointer that rests on the icon. */
export function trayWords({ count, worst }: OpenIncidents): string {
  if (worst === null) return 'Quarterdeck: no incident open'
  const more = count > 1 ? ` and ${count - 1} more` : ''
  return `Quarterdeck: ${worst.severity} ${worst.title.slice(0, 60)}${more}`
}

function makeTray(icons: string, logger: Logger): Tray | null {
  try {
    return new Tray(nativeImage.createFromPath(join(icons, 'tray.png')))
  } catch (error) {
    logger.warn('This desktop has no place for an icon', { error: String(error) })
    return null
  }
}
