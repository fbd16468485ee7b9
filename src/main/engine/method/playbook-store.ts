import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import type { PlaybooksView } from '../../../shared/contract/playbooks'
import { type PlaybookFile, playbookFile } from '../../../shared/domain/method/playbook-file'
import type { KnownPlaybook } from '../../../shared/domain/playbook'
import { type TeamFile, watchTeamFile } from '../guards/team-file'
import type { Logger } from '../ports'

export interface PlaybookStore {
  /** As the files are now: those of the team are looked at each time, and read if they changed. */
  current(): PlaybooksView
}

/** More files than this in a team's folder are not read; who has more has put something else there. */
const MOST_FILES = 100

/**
 * [PB1] Playbooks: ours, each replaced by the team's of the same name, and those that only the team has. [MD2] One that is
 * broken costs nothing but itself.
 * @param shipped the folder of ours, which are read when playbooks are first needed
 * @param folder the team's; it need not exist
 */
export function openPlaybooks(shipped: string, folder: string, logger: Logger): PlaybookStore {
  const files = new Map<string, TeamFile<string>>()
  let ours: readonly string[] | undefined
  let wrong = ''

  const watched = (): readonly TeamFile<string>[] => {
    ours ??= namesIn(shipped)
    const known = new Set(ours)
    const names = new Set([...ours, ...namesIn(folder)])
    for (const name of files.keys()) if (!names.has(name)) files.delete(name)
    for (const name of names)
      if (!files.has(name))
        files.set(name, watchTeamFile(name, playbookFile, known.has(name) ? shipped : undefined, folder))
    return [...names].flatMap(name => files.get(name) ?? [])
  }

  return {
    current() {
      const all = watched()
      for (const file of all) file.look()
      const problems = all.flatMap(file => file.state().problem ?? [])
      const said = problems.map(({ message }) => message).join('\n')
      if (said !== wrong)
        for (const { message } of problems) logger.warn('A playbook is not used', { problem: message })
      wrong = said
      return { playbooks: all.flatMap(known), folder, problems }
    },
  }
}

function known(file: TeamFile<string>): readonly KnownPlaybook[] {
  // It was read by the schema of playbooks.
  const content = file.content() as PlaybookFile | undefined
  if (content === undefined) return []
  const version = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
  return [{ ...content, key: file.name, version, from: file.state().from }]
}

const ENDING = '.yaml'
/** What the log can call a playbook by. */
const LONGEST_NAME = 80

function namesIn(folder: string): readonly string[] {
  try {
    const found = readdirSync(folder).filter(name => name.endsWith(ENDING) && !name.startsWith('.'))
    const names = found.map(name => name.slice(0, -ENDING.length)).filter(name => name.length <= LONGEST_NAME)
    return names.sort().slice(0, MOST_FILES)
  } catch {
    // There need be no such folder; one that cannot be read says so for each file in it.
    return []
  }
}
