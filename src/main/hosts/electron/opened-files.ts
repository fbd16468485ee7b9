import type { App } from 'electron'
import { BUNDLE_ENDING } from '../../../shared/contract/bundles'

/** Whether a word of a command line is a bundle: the system puts what was double-clicked after the program's arguments. */
const isBundle = (word: string): boolean => !word.startsWith('-') && word.toLowerCase().endsWith(BUNDLE_ENDING)

/** A command line without the files that it opens; the option that names one stays. */
export function withoutFiles(argv: readonly string[]): readonly string[] {
  return argv.filter((word, at) => !isBundle(word) || argv[at - 1] === '--file')
}

/** Hears of files from the first moment on: macOS names one before the application is ready. */
export interface FileListener {
  /** From now on each path, and one that came before, is given here. */
  serve(open: (path: string) => void): void
  stop(): void
}

/** [BN2] Files that the system opens with this program: a double click, an argument, a second start. */
export function listenToFiles(app: App, argv: readonly string[]): FileListener {
  let open: ((path: string) => void) | null = null
  let waiting: string | null = null
  const take = (words: readonly string[]): void => {
    const path = words.findLast(isBundle)
    if (path === undefined) return
    if (open === null) waiting = path
    else open(path)
  }
  const fromSystem = (event: { preventDefault(): void }, path: string): void => {
    event.preventDefault()
    take([path])
  }
  const fromSecond = (_event: unknown, words: string[]): void => take(words)
  app.on('open-file', fromSystem)
  app.on('second-instance', fromSecond)
  take(argv)
  return {
    serve: to => {
      open = to
      if (waiting !== null) to(waiting)
      waiting = null
    },
    stop: () => {
      app.off('open-file', fromSystem)
      app.off('second-instance', fromSecond)
    },
  }
}
