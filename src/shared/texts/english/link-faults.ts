/** What the page says of its own line to the engine, on the first view already. */
export const linkFaultTexts = {
  dropped: 'The line to Quarterdeck dropped. It is being restored.',
  waits: 'No connection to the engine: this waits until it is back.',
  tooMuch: 'This is more than Quarterdeck takes at once (1 MB).',
} as const
