/** What the page says of its own line to the engine, on the first view already. */
export const linkFaultTexts = {
  dropped: 'The line to Quarterdeck dropped. It is being restored.',
  waits: 'No connection to the engine: this waits until it is back.',
  notSent: 'Not sent: the engine is not connected, and nothing was changed. Try again when it is back.',
  unanswered: 'The engine did not respond: it may have been done. Check before you try again.',
  tooMuch: 'This is more than Quarterdeck takes at once (1 MB).',
} as const
