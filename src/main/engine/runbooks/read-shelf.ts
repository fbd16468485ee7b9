import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { type CodedText, coded, partOf } from '../../../shared/contract/coded-text'
import type { RunbookCard } from '../../../shared/domain/runbook-finding'
import { readChanged } from '../guards/changed-file'
import type { JobContext } from '../workers/job'
import { MOST_RUNBOOK_BYTES, readCard, readRunbook } from './read-runbook'
import type { RunbookProblem, Shelf, ShelfOrder, ShelfProblems } from './shelf-job'
import { buildWordIndex } from './word-index'

export const MOST_RUNBOOKS = 2_000
const MOST_FOLDERS = 500
const MOST_PROBLEMS = 500

interface ReadFile {
  readonly card: RunbookCard
  readonly text: string
}

/** [RN6] Runs in a thread: lists, reads and indexes all runbooks, then looks for mistakes in each. */
export async function readShelf({ folders }: ShelfOrder, context: JobContext<Shelf>): Promise<ShelfProblems> {
  const problems: RunbookProblem[] = []
  const watched: string[] = []
  const files = new Map<string, ReadFile>()
  for (const { path, from } of folders) {
    for (const file of filesIn(path, watched, problems)) {
      const read = readFile(path, file, from)
      if ('problem' in read) problems.push(read)
      else files.set(read.card.id, read)
    }
  }
  const all = [...files.values()]
  const texts = all.map(({ card, text }) => `${card.title} ${card.services.join(' ')} ${card.alerts.join(' ')} ${text}`)
  await context.report({ cards: all.map(({ card }) => card), index: buildWordIndex(texts), watched })
  for (const { card, text } of all) {
    if (context.cancelled() || problems.length >= MOST_PROBLEMS) break
    problems.push(...mistakesIn(card, text))
  }
  return { problems: problems.slice(0, MOST_PROBLEMS) }
}

function mistakesIn({ path, id }: RunbookCard, text: string): readonly RunbookProblem[] {
  const read = readRunbook(text, id)
  const flaws = read.ok ? read.value.flaws : [read.fault]
  return flaws.map(flaw => ({ path, problem: coded('file-place', { path, ...flaw }), unusable: !read.ok }))
}

function readFile(folder: string, path: string, from: RunbookCard['from']): ReadFile | RunbookProblem {
  const file = readChanged(path, MOST_RUNBOOK_BYTES, '')
  if (!file.ok) return unusable(path, coded('file-problem', { path, problem: partOf(file.fault) }))
  if (file.value.state !== 'read')
    return unusable(path, coded('file-problem', { path, problem: { code: 'file-absent' } }))
  const { text } = file.value
  const id = relative(folder, path).replace(/\.md$/i, '').split(sep).join('/')
  const { title, services, alerts, severity, owner, updated } = readCard(text, id)
  const hash = createHash('sha256').update(text).digest('hex')
  return { card: { id, from, path, hash, title, services, alerts, severity, owner, updated }, text }
}

/** Markdown below a folder, in order. A README is about the folder; what begins with a dot is git's and editors'. */
function filesIn(folder: string, watched: string[], problems: RunbookProblem[]): readonly string[] {
  const found: string[] = []
  const open = [folder]
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entries = entriesOf(at, at === folder, problems)
    if (entries === undefined) continue
    if (watched.length >= MOST_FOLDERS) {
      problems.push(unusable(at, coded('runbook-folders-beyond', { folder, most: MOST_FOLDERS })))
      break
    }
    watched.push(at)
    for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = join(at, entry.name)
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      if (entry.isDirectory()) open.push(path)
      else if (/\.md$/i.test(entry.name) && !/^readme\.md$/i.test(entry.name)) found.push(path)
    }
  }
  if (found.length <= MOST_RUNBOOKS) return found
  const left = found.length - MOST_RUNBOOKS
  problems.push(unusable(folder, coded('runbooks-beyond', { folder, most: MOST_RUNBOOKS, left })))
  return found.slice(0, MOST_RUNBOOKS)
}

/** A folder of the team need not be there. */
function entriesOf(folder: string, isRoot: boolean, problems: RunbookProblem[]) {
  try {
    return readdirSync(folder, { withFileTypes: true })
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    if (isAbsent && isRoot) return undefined
    const reason = error instanceof Error ? error.message : String(error)
    problems.push(
      unusable(
        folder,
        coded('file-problem', { path: folder, problem: { code: 'file-unreadable', values: { reason } } }),
      ),
    )
    return undefined
  }
}

function unusable(path: string, problem: CodedText): RunbookProblem {
  return { path, problem, unusable: true }
}
