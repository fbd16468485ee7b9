/** How every suite and bench starts the browser. */

export const chromiumFile = process.env.QUARTERDECK_CHROMIUM ?? '/usr/bin/chromium'

export const chromiumWords: readonly string[] = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages of one host need no process each.
  '--disable-site-isolation-trials',
]
