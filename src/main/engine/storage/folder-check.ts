import { accessSync, constants, existsSync, readdirSync, type Stats, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { coded } from '../../../shared/contract/coded-text'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { databaseProblem } from './database-file'
import { reasonOf, type StoreFault, unusableFolder } from './fault'
import { DATABASE_FILE, FORMAT_VERSION } from './format.mjs'

/** Any of them shows that a folder is a data folder already. */
const OURS = [DATABASE_FILE, 'config.json', 'quarterdeck.log', 'quarterdeck.lock', 'session.key', 'drills', 'run.json']

const STICKY = 0o1000
const OTHERS = 0o077

/**
 * Refuses a data folder before anything in it is touched: one that cannot be written, that belongs to another user or
 * is shared with them, whose database is not ours, or that a newer version wrote.
 * Fault: one line for the person who started it.
 */
export function checkFolder(folder: string): Reply<null, StoreFault> {
  try {
    const there = nearestExisting(folder)
    if (!statSync(there).isDirectory())
      return fail(unusableFolder(folder, { code: 'folder-none', values: { path: there } }))
    // [DF13] A record that is there can be read all the same.
    if (!existsSync(join(folder, DATABASE_FILE))) accessSync(there, constants.W_OK)
    const shared = there === folder ? sharedFolder(folder, statSync(folder)) : undefined
    if (shared !== undefined) return fail(shared)
    const problem = databaseProblem(folder, FORMAT_VERSION)
    return problem === undefined ? ok(null) : fail(problem)
  } catch (cause) {
    return fail(unusableFolder(folder, reasonOf(cause)))
  }
}

/** [DF2] A folder that is not this person's own, or that is used for other things which others may need to read. */
function sharedFolder(folder: string, stats: Stats): StoreFault | undefined {
  // Windows has owners and access in lists, not in these bits: there the user's own folder protects the record.
  if (process.getuid === undefined) return undefined
  const me = process.getuid()
  if (stats.uid !== me) return coded('folder-of-others', { folder, owner: `${stats.uid}`, me: `${me}` })
  const open = (stats.mode & OTHERS) !== 0
  const sticky = (stats.mode & STICKY) !== 0
  if (!open || !(sticky || holdsOtherThings(folder))) return undefined
  const why: CodedPart = { code: holdsOtherThings(folder) ? 'shared-other-things' : 'shared-by-many' }
  return coded('folder-shared', { folder, why, own: join(folder, 'quarterdeck') })
}

function holdsOtherThings(folder: string): boolean {
  const names = readdirSync(folder)
  return names.length > 0 && !names.some(name => OURS.includes(name))
}

/** The folder itself, or the nearest one above it that is there: what would have to be written to make it. */
function nearestExisting(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestExisting(dirname(path))
}
