import type { App } from 'electron'

/** Hears from the first moment on: macOS names what is to be opened before the application is ready. */
export interface SystemOpens<Thing> {
  /** From now on each thing, and the last that came before, is given here. */
  serve(open: (thing: Thing) => void): void
  stop(): void
}

/**
 * What the system asks this program to open: by an event of its own on macOS, else as a word of a command line, this
 * start's or that of a second one.
 * @param find the thing that these words name, if any; `folder` is where the command was given
 */
export function listenToSystem<Thing>(
  app: App,
  argv: readonly string[],
  event: 'open-url' | 'open-file',
  find: (words: readonly string[], folder: string) => Thing | undefined,
): SystemOpens<Thing> {
  let open: ((thing: Thing) => void) | null = null
  let waiting: Thing | undefined
  const take = (words: readonly string[], folder: string): void => {
    const thing = find(words, folder)
    if (thing === undefined) return
    if (open === null) waiting = thing
    else open(thing)
  }
  const fromSystem = (sent: { preventDefault(): void }, word: string): void => {
    sent.preventDefault()
    take([word], process.cwd())
  }
  const fromSecond = (_event: unknown, words: string[], folder: string): void => take(words, folder)
  // Both events have one shape; Electron types each with an overload of its own.
  app.on(event as 'open-url', fromSystem)
  app.on('second-instance', fromSecond)
  take(argv, process.cwd())
  return {
    serve: to => {
      open = to
      if (waiting !== undefined) to(waiting)
      waiting = undefined
    },
    stop: () => {
      app.off(event as 'open-url', fromSystem)
      app.off('second-instance', fromSecond)
    },
  }
}
