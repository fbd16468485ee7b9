import { join } from 'node:path'
import { Menu, nativeImage, Tray } from 'electron'
import { shortened } from '../../../shared/lib/whole-characters'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { Logger } from '../../engine/ports'
import type { OpenIncidents } from './open-incidents'

const text = texts.desktop

export interface TrayActs {
  readonly bringForward: () => void
  readonly showWall: () => void
  readonly quit: () => void
}

export interface CockpitTray {
  show(open: OpenIncidents): void
  stop(): void
}

/** The icon next to the system's clock. A desktop without a place for one has none, and the log says why. */
export function showTray(icons: string, acts: TrayActs, logger: Logger): CockpitTray {
  const tray = makeTray(icons, logger)
  tray?.setContextMenu(
    Menu.buildFromTemplate([
      { label: text.bringForward, click: acts.bringForward },
      { label: text.trayWall, click: acts.showWall },
      { type: 'separator' },
      { label: text.quit, click: acts.quit },
    ]),
  )
  tray?.on('click', acts.bringForward)
  return {
    show: open => tray?.setToolTip(trayTooltip(open)),
    stop: () => tray?.destroy(),
  }
}

/** One line for the pointer that rests on the icon. */
export function trayTooltip({ count, worst }: OpenIncidents): string {
  if (worst === null) return text.quiet
  const named = { severity: worst.severity, title: shortened(worst.title, 60) }
  return count > 1 ? tCount(text.openAndMore, count - 1, named) : t(text.open, named)
}

function makeTray(icons: string, logger: Logger): Tray | null {
  try {
    return new Tray(nativeImage.createFromPath(join(icons, 'tray.png')))
  } catch (error) {
    logger.warn('This desktop has no place for an icon', { error: String(error) })
    return null
  }
}
