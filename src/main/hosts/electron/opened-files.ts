import { resolve } from 'node:path'
import type { App } from 'electron'
import { BUNDLE_ENDING } from '../../../shared/contract/bundles'
import { listenToSystem, type SystemOpens } from './system-opens'

/** Whether a word of a command line is a bundle: the system puts what was double-clicked after the program's arguments. */
const isBundle = (word: string): boolean => !word.startsWith('-') && word.toLowerCase().endsWith(BUNDLE_ENDING)

/** A command line without the files that it opens; the option that names one stays. */
export function withoutFiles(argv: readonly string[]): readonly string[] {
  return argv.filter((word, at) => !isBundle(word) || argv[at - 1] === '--file')
}

/**
 * [BN2] Paths of bundles that the system opens with this program: a double click, an argument, a second start. A second
 * start's are of the folder in which it was given, which is another one than ours.
 */
export function listenToFiles(app: App, argv: readonly string[]): SystemOpens<string> {
  return listenToSystem(app, argv, 'open-file', (words, folder) => {
    const word = words.findLast(isBundle)
    return word === undefined ? undefined : resolve(folder, word)
  })
}
