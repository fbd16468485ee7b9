import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The native menu. It has no reload and no developer tools: a slip of a finger in an incident must not blank the
 * screen. Without a menu of our own Electron puts one with both.
 */
export function cockpitMenu(platform: NodeJS.Platform): MenuItemConstructorOptions[] {
  const mac: MenuItemConstructorOptions[] = [{ role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }]
  return [
    {
      label: 'Quarterdeck',
      submenu: [{ role: 'about' }, { type: 'separator' }, ...(platform === 'darwin' ? mac : []), { role: 'quit' }],
    },
    { label: 'Edit', role: 'editMenu' },
    {
      label: 'View',
      submenu: [{ role: 'zoomIn' }, { role: 'zoomOut' }, { role: 'resetZoom' }, { role: 'togglefullscreen' }],
    },
    // Not Ctrl+W, which hands know from browsers: closing the window ends the application.
    {
      label: 'Window',
      submenu: [{ role: 'minimize' }, { role: 'zoom' }, { role: 'close', accelerator: 'CmdOrCtrl+Shift+W' }],
    },
  ]
}

export function showMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(cockpitMenu(process.platform)))
}
