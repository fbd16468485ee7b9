import { join } from 'node:path'
import { type LintStore, openLint } from '../../src/main/engine/comms/lint-store'
import { defaultLintSettings } from '../../src/shared/domain/lint/lint-finding'
import type { LintWords } from '../../src/shared/domain/lint/lint-words'
import { keptLogger } from './kept-logger'

/** The folder of the word lists that ship; from the project's folder, because benches run in a bundle somewhere else. */
export const SHIPPED_LINT = join(process.cwd(), 'resources/lint')

/** The word lists as they ship, or with the files of a team's folder. */
export function shippedLint(folder = join(SHIPPED_LINT, 'no-such-folder')): LintStore {
  return openLint(SHIPPED_LINT, folder, keptLogger())
}

let words: LintWords | undefined

/** The words of the lists as they ship, read once. */
export function shippedLintWords(): LintWords {
  words ??= shippedLint().current().words
  return words
}

/** What a command's situation has of the lint, as it ships, with no status page that was read. */
export const shippedLintParts = {
  lintWords: shippedLintWords,
  lintSettings: () => defaultLintSettings,
  statusPages: () => [],
} as const
