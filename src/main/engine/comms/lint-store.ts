import { type LintFileName, type LintLists, lintFileNames, lintFiles } from '../../../shared/domain/lint/lint-files'
import { type LintWords, preparedWords } from '../../../shared/domain/lint/lint-words'
import { strangersIn, type TeamFile, type TeamFileState, watchTeamFile } from '../guards/team-file'
import type { Logger } from '../ports'

export interface CurrentLint {
  readonly lists: LintLists
  /** The lists, ready to be looked for; the same object until a file changes. */
  readonly words: LintWords
  readonly files: readonly TeamFileState<LintFileName>[]
  /** Files in the team's folder that are none of these. */
  readonly unknownFiles: readonly string[]
}

export interface LintStore {
  /** As the files are now: those of the team are looked at again each time, and read where they have changed. */
  current(): CurrentLint
}

/**
 * [LN25] The word lists of the lint: our files, each replaced by the one of the same name in the team's folder where there is one.
 * @param shipped the folder of ours, which are read when the lists are first needed
 * @param folder the team's; it need not exist
 */
export function openLint(shipped: string, folder: string, logger: Logger): LintStore {
  let files: readonly TeamFile<LintFileName>[] | undefined
  let known: CurrentLint | undefined
  let wrong = ''

  const view = (all: readonly TeamFile<LintFileName>[], unknownFiles: readonly string[]): CurrentLint => {
    // Each file was read by the schema of its name.
    const lists = Object.fromEntries(all.map(file => [file.name, file.content()])) as unknown as LintLists
    const states = all.map(file => file.state())
    const problems = states.flatMap(({ problem }) => problem?.message ?? [])
    if (problems.join('\n') !== wrong)
      for (const problem of problems) logger.warn('A word list of the lint is not used', { problem })
    wrong = problems.join('\n')
    return { lists, words: preparedWords(lists), files: states, unknownFiles }
  }

  return {
    current() {
      files ??= lintFileNames.map(name => watchTeamFile(name, lintFiles[name], shipped, folder))
      const changed = files.map(file => file.look()).includes(true)
      const strangers = strangersIn(folder, lintFileNames)
      if (known === undefined || changed || strangers.join() !== known.unknownFiles.join())
        known = view(files, strangers)
      return known
    },
  }
}
