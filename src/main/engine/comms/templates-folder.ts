import { createHash } from 'node:crypto'
import { type Dirent, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type CodedText, codedPart, partOf } from '../../../shared/contract/coded-text'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import { type Millis, SECOND } from '../../../shared/lib/time'
import { readChanged } from '../guards/changed-file'
import { threadTime } from '../guards/within-time'
import { readTemplateFile, type TemplateFile } from './templates-file'

/** A template by its name: the file's, without its ending; below a folder with that, as `payments/initial`. */
export interface NamedTemplate {
  readonly name: string
  /** What it is filled with: the last version of its file that could be read; undefined: there was none. */
  readonly usable: UsableTemplate | undefined
  /** Why its file as it is now is not used, with line and column; undefined: nothing is wrong. */
  readonly problem: CodedText | undefined
}

export interface UsableTemplate {
  readonly file: TemplateFile
  /** [TM14] Of the file's bytes: the same text has the same version on every machine. */
  readonly version: string
  readonly from: 'shipped' | 'team'
}

export interface TemplateFiles {
  readonly all: ReadonlyMap<string, NamedTemplate>
  /** What is wrong with files and folders, one line each: file, line, column, reason. */
  readonly problems: readonly string[]
}

export interface TemplateFolders {
  readonly shipped: string
  /** Need not exist; undefined: there is none. */
  readonly team?: string | undefined
}

export interface TemplateLimits {
  /** Milliseconds of work, or of wall-clock time while reading, after which the rest of the files is left for later. */
  readonly patience?: Millis
  readonly wall?: () => Millis
}

/** Of one file; the sandbox takes fewer characters. */
const MOST_BYTES = 400_000
const MOST_FILES = 200
/** Teams sort by service or by product; a checkout has no templates further down. */
const MOST_DEEP = 3
/** What a draft can remember of its template's name. */
const LONGEST_NAME = 80
/** Of all files together: each is read and rendered on trial, and the engine waits for it. */
const PATIENCE: Millis = 5 * SECOND
/** Between two looks, and how much longer where a look itself took long, as on a slow network disk. */
const LOOK_EVERY: Millis = SECOND
const REST = 20

/** What is known of one file. */
interface Known {
  readonly stamp: string
  readonly usable?: UsableTemplate
  readonly problem?: CodedPart
}

interface Found {
  readonly name: string
  readonly path: string
  readonly from: 'shipped' | 'team'
}

/**
 * [TM13] Our templates and a team's own, which replace ours of the same name. Files are looked at again when they are
 * asked for, and read where they changed. A broken file does not affect the others: its last good version stays in use,
 * or ours of that name. [HF4] On a slow disk a file waits without work: reading has a limit of its own.
 */
export function watchTemplates(folders: TemplateFolders, limits: TemplateLimits = {}): () => TemplateFiles {
  const { patience = PATIENCE, wall = () => performance.now() } = limits
  let known: ReadonlyMap<string, Known> = new Map()
  let [shipped, team] = [noFiles, noFiles]
  let files: TemplateFiles | undefined
  let nextLook = Number.NEGATIVE_INFINITY

  const look = (): TemplateFiles => {
    shipped = filesIn(folders.shipped, 'shipped', shipped.files)
    team = filesIn(folders.team, 'team', team.files)
    const found = [...shipped.files, ...team.files]
    const spent = stopwatch(wall)
    known = new Map(
      found.map(file => {
        const before = known.get(file.path)
        return [file.path, spent() > patience ? notTried(file, before) : lookAt(file, before, spent.reading)]
      }),
    )
    return joined(found, known, [...shipped.problems, ...team.problems])
  }

  return () => {
    const began = wall()
    if (files !== undefined && began < nextLook) return files
    files = look()
    const ended = wall()
    nextLook = ended + Math.max(LOOK_EVERY, (ended - began) * REST)
    return files
  }
}

/** Time that was worked, or that passed while files were read: whichever is more. */
function stopwatch(wall: () => Millis) {
  const began = threadTime()
  let read: Millis = 0
  const reading = <T>(work: () => T): T => {
    const from = wall()
    const result = work()
    read += wall() - from
    return result
  }
  return Object.assign(() => Math.max(threadTime() - began, read), { reading })
}

function lookAt({ path, from }: Found, before: Known | undefined, reading: <T>(work: () => T) => T): Known {
  const { usable } = before ?? {}
  const broken = (problem: CodedPart, stamp: string): Known => ({ stamp, problem, ...(usable && { usable }) })
  const file = reading(() => readChanged(path, MOST_BYTES, before?.stamp ?? ''))
  if (!file.ok) return broken({ code: 'file-problem', values: { path, problem: partOf(file.fault) } }, '')
  if (file.value.state === 'unchanged' && before !== undefined) return before
  if (file.value.state !== 'read') return broken({ code: 'file-problem', values: { path, problem: gone } }, '')
  const { text, stamp } = file.value
  const read = readTemplateFile(text)
  if (!read.ok) return broken({ code: 'file-place', values: { path, ...read.fault } }, stamp)
  return { stamp, usable: { file: read.value, version: versionOf(text), from } }
}

/** It was listed a moment ago. */
const gone = { code: 'file-absent' } as const

function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

/** What was known of it stays; the next look tries it. */
function notTried({ path }: Found, before: Known | undefined): Known {
  return before ?? { stamp: '', problem: { code: 'template-not-tried', values: { path } } }
}

/** The team's of a name before ours; one that never was whole leaves ours in use. */
function joined(
  found: readonly Found[],
  known: ReadonlyMap<string, Known>,
  problems: readonly CodedPart[],
): TemplateFiles {
  const all = new Map<string, NamedTemplate>()
  for (const { name, path } of found) {
    const { usable, problem } = known.get(path) ?? {}
    const said = problem && codedPart(problem)
    all.set(name, { name, usable: usable ?? all.get(name)?.usable, problem: said ?? all.get(name)?.problem })
  }
  const ofFiles = [...known.values()].flatMap(({ problem }) => problem ?? [])
  return { all, problems: [...ofFiles, ...problems].map(problem => codedPart(problem).message) }
}

interface FolderFiles {
  readonly files: readonly Found[]
  readonly problems: readonly CodedPart[]
}

const noFiles: FolderFiles = { files: [], problems: [] }

/** @param before what was there at the last look, and stays while the folder cannot be read */
function filesIn(folder: string | undefined, from: Found['from'], before: readonly Found[]): FolderFiles {
  if (folder === undefined) return noFiles
  try {
    const names = namesIn(folder).sort()
    const [kept, long] = [names.filter(isShort), names.filter(name => !isShort(name))]
    const left = kept.length - MOST_FILES
    return {
      files: kept.slice(0, MOST_FILES).map(name => ({ name, path: join(folder, `${name}.liquid`), from })),
      problems: [
        ...long.map(name => tooLong(join(folder, `${name}.liquid`))),
        ...(left > 0 ? [{ code: 'templates-beyond', values: { folder, most: MOST_FILES, left } } as const] : []),
      ],
    }
  } catch (error) {
    if (from === 'team' && isAbsent(error)) return noFiles
    return { files: before, problems: [{ code: 'template-folder', values: { reason: String(error) } }] }
  }
}

function isShort(name: string): boolean {
  return name.length <= LONGEST_NAME
}

function tooLong(path: string): CodedPart {
  return { code: 'template-name-long', values: { path, most: LONGEST_NAME } }
}

function isAbsent(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT'
}

const ENDING = '.liquid'

/** Of a folder and those below it, without the ending; what begins with a dot is a tool's own. */
function namesIn(folder: string, above = '', deep = 0): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const { name } = entry
    if (name.startsWith('.')) return []
    if (name.endsWith(ENDING)) return [`${above}${name.slice(0, -ENDING.length)}`]
    if (deep === MOST_DEEP || !isFolder(folder, entry)) return []
    return namesIn(join(folder, name), `${above}${name}/`, deep + 1)
  })
}

/** A link to a checkout elsewhere counts; one that leads nowhere is listed and named when it is read. */
function isFolder(folder: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return entry.isDirectory()
  return statSync(join(folder, entry.name), { throwIfNoEntry: false })?.isDirectory() ?? false
}
