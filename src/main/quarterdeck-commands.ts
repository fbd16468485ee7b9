import { existsSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { BACKUP_FOLDER, backupName } from './engine/backups/backup-files'
import { backupMadeText, backupProblem } from './engine/backups/backup-texts'
import { makeBackup } from './engine/backups/make-backup'
import { restoreBackup } from './engine/backups/restore'
import { verifyFolder } from './engine/integrity/verify-folder'
import { isWhole, verificationText } from './engine/integrity/verify-texts'
import { databaseProblem } from './engine/storage/database-file'
import { reasonOf } from './engine/storage/fault'
import { DATABASE_FILE, FORMAT_VERSION } from './engine/storage/format.mjs'
import { writeSnapshot } from './engine/storage/snapshot'
import { parseOptions } from './options.mjs'

const HELP = `Usage: quarterdeck verify [--data DIR]
       quarterdeck backup [FILE or FOLDER] [--data DIR]
       quarterdeck restore FILE --data DIR
       quarterdeck export --all DIR [--data DIR]
       quarterdeck import FILE [--merge] [--data DIR]
       quarterdeck open FILE [--data DIR]

  verify   checks every event of a record against its chain and its heads, and changes nothing;
           it may run while Quarterdeck does
  backup   copies the record as it is now into one file, and reads that back; it may run while
           Quarterdeck does. Without FILE it goes to the backups of the data folder
  restore  makes a data folder of a backup, where there is none yet, and checks it
  export   writes each incident into a .quarterdeck file; it may run while Quarterdeck does
  import   takes a .quarterdeck file into the record, while Quarterdeck does not run there; into an
           incident that is there already only with --merge
  open     shows a .quarterdeck file in the cockpit, which starts if it does not run
           A passphrase is read from QUARTERDECK_PASSPHRASE

Exit code 0: done, and the record is whole. 1: the record is damaged. 2: it cannot be done.
`

const NO_FOLDER = 'Name the new data folder with --data DIR; nothing was made.\n'
const NAMELESS = 'The name of the file is empty. Name a file or a folder, or none for the backups of the data folder.\n'

/** What the command says, and its exit code. */
export interface CommandOutput {
  readonly code: 0 | 1 | 2
  readonly out: string
  readonly problem: string
}

/** The argument after a command that is no option, and the data folder. */
interface Asked {
  readonly word: string | null
  readonly data: string
}

const commands: Readonly<Record<string, (asked: Asked) => CommandOutput>> = { verify, backup, restore }

/** Runs the command in the arguments after `quarterdeck`. @param from the folder that a relative path starts at */
export function runCommandLine(words: readonly string[], from: string): CommandOutput {
  const [name = '', ...rest] = words
  if (name === '--help' || name === 'help') return said(HELP)
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (command === undefined) return cannot(HELP)
  const [first] = rest
  if (name !== 'verify' && first === '') return cannot(NAMELESS)
  const word = name === 'verify' || first === undefined || first.startsWith('-') ? null : resolve(from, first)
  // Never into the folder that is used without a word: what is restored may be a drill's, or another machine's.
  if (name === 'restore' && word !== null && !rest.includes('--data')) return cannot(NO_FOLDER)
  const parsed = parseOptions(word === null ? rest : rest.slice(1), { from })
  if (!parsed.ok) return cannot(`${parsed.message}\n`)
  return parsed.options.help ? said(HELP) : done(() => command({ word, data: parsed.options.data }))
}

/** [BU6] What a disk refuses is no damage of the record, whose exit code an uncaught error would have. */
function done(command: () => CommandOutput): CommandOutput {
  try {
    return command()
  } catch (cause) {
    return cannot(`It cannot be done: ${reasonOf(cause)}. Name another file or folder.\n`)
  }
}

function verify({ data }: Asked): CommandOutput {
  const found = verifyFolder(data)
  if (!found.ok) return cannot(`${found.fault.message}\n`)
  return { code: isWhole(found.value) ? 0 : 1, out: verificationText(found.value), problem: '' }
}

function backup({ word, data }: Asked): CommandOutput {
  const database = join(data, DATABASE_FILE)
  const problem = databaseProblem(data, FORMAT_VERSION)
  if (problem !== undefined) return cannot(`${problem.message}\n`)
  if (!existsSync(database)) return cannot(`There is no record in ${data}. Name the folder of one with --data DIR.\n`)
  const now = Date.now()
  const folder = join(data, BACKUP_FOLDER)
  const file = word === null ? null : fileFor(word, now)
  const made = file === null ? makeBackup({ database, folder, at: now, mark: '' }) : writeSnapshot(database, file)
  return made.ok ? said(backupMadeText(made.value)) : cannot(backupProblem(made.fault, database, file ?? folder))
}

/** A folder is given a file with a name of its own. */
function fileFor(path: string, now: number): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ? join(path, backupName(now)) : path
}

function restore({ word, data }: Asked): CommandOutput {
  if (word === null) return cannot(HELP)
  const restored = restoreBackup(word, data)
  if (!restored.ok) return cannot(backupProblem(restored.fault, word, data))
  const { value } = restored
  return { code: isWhole(value) ? 0 : 1, out: verificationText(value), problem: '' }
}

function said(out: string): CommandOutput {
  return { code: 0, out, problem: '' }
}

function cannot(problem: string): CommandOutput {
  return { code: 2, out: '', problem }
}
