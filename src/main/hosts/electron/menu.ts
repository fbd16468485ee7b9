import { Menu, type MenuItemConstructorOptions } from 'electron'
import { texts } from '../../../shared/texts/texts'

const text = texts.desktop

export interface MenuActs {
  readonly showWall: () => void
  /** Whether a second display shows the wallboard by itself. */
  readonly wallFollowsDisplay: boolean
  readonly setWallFollowsDisplay: (follows: boolean) => void
}

/**
 * The native menu. It has no reload and no developer tools: a slip of a finger in an incident must not blank the
 * screen. Without a menu of our own Electron puts one with both.
 */
export function cockpitMenu(platform: NodeJS.Platform, acts: MenuActs): MenuItemConstructorOptions[] {
  const mac: MenuItemConstructorOptions[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }]
  return [
    {
      label: text.product,
      submenu: [{ role: 'about' }, { type: 'separator' }, ...(platform === 'darwin' ? mac : []), { role: 'quit' }],
    },
    { label: text.edit, role: 'editMenu' },
    {
      label: text.view,
      submenu: [
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'resetZoom' },
        { role: 'togglefullscreen' },
        { type: 'separator' },
        { label: text.wall, click: acts.showWall },
        {
          label: text.wallOnDisplay,
          type: 'checkbox',
          checked: acts.wallFollowsDisplay,
          click: item => acts.setWallFollowsDisplay(item.checked),
        },
      ],
    },
    // Not Ctrl+W, which hands know from browsers: closing the window ends the application.
    {
      label: text.window,
      submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close', accelerator: 'CmdOrCtrl+Shift+W' }],
    },
  ]
}

export function showMenu(acts: MenuActs): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(cockpitMenu(process.platform, acts)))
}
