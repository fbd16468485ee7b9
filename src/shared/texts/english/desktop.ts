/** The desktop around the windows: menu, tray, titles of windows before their page has its own. */

export const desktopTexts = {
  product: 'Quarterdeck',
  edit: 'Edit',
  view: 'View',
  wall: 'Wallboard in its own window',
  wallOnDisplay: 'Wallboard on the second display',
  window: 'Window',
  bringForward: 'Bring Quarterdeck to Front',
  trayWall: 'Wallboard',
  quit: 'Quit',
  quiet: 'Quarterdeck: no incident open',
  open: 'Quarterdeck: {severity} {title}',
  openAndMore: { other: 'Quarterdeck: {severity} {title} and {count} more' },
  paneTitle: 'Quarterdeck: {pane}',
  wallTitle: 'Quarterdeck: wallboard',
  ended: 'Quarterdeck’s window crashed several times',
  endedHow:
    'The record is safe and the engine is still running. Close this window and start Quarterdeck again. ({reason})',
} as const
