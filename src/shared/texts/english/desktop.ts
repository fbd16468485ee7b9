/** The desktop around the windows: menu, tray, titles of windows before their page has its own. */

export const desktopTexts = {
  product: 'Quarterdeck',
  edit: 'Edit',
  view: 'View',
  wall: 'Wall in a window of its own',
  wallOnDisplay: 'Wall on the second display',
  window: 'Window',
  bringForward: 'Bring Quarterdeck forward',
  trayWall: 'Wall',
  quit: 'Quit',
  quiet: 'Quarterdeck: no incident open',
  open: 'Quarterdeck: {severity} {title}',
  openAndMore: { other: 'Quarterdeck: {severity} {title} and {count} more' },
  paneTitle: 'Quarterdeck: {pane}',
  wallTitle: 'Quarterdeck: wall',
  ended: 'Quarterdeck’s screen ended several times',
  endedHow: 'The record is safe and the engine goes on. Close this window and start Quarterdeck again. ({reason})',
} as const
