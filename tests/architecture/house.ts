import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import ts from 'typescript'

/** A source file as the rules of the house see it. Paths are relative to the project, with slashes. */
export interface SourceFile {
  readonly path: string
  readonly lines: number
  /** Names that other files can import. */
  readonly exports: readonly string[]
  /** Files of this project that it imports, types included. */
  readonly imports: readonly string[]
  /** Those of them that are loaded when they are needed. */
  readonly onDemand: readonly string[]
  readonly functions: readonly FunctionSize[]
}

export interface FunctionSize {
  readonly name: string
  readonly line: number
  /** Its own lines: those of functions inside it are counted with them. */
  readonly lines: number
}

export const MOST_LINES = 350
export const MOST_FUNCTION_LINES = 60
const SMALL = 60

/**
 * One file for each of these, however small: who adds one copies its neighbour.
 * Event kinds, parts, channels, vendors' requests, outbox handlers, migrations, texts, commands, drill stand-ins, and what
 * the desktop adds (tray, menu, shortcut …).
 */
const oneFileEach = [
  /^src\/shared\/events\//,
  /^src\/shared\/domain\/channels\//,
  /^src\/shared\/contract\/inputs\//,
  /^src\/shared\/texts\/english\//,
  /^src\/main\/engine\/vendors\//,
  /^src\/main\/engine\/outbox\/handlers\//,
  /^src\/main\/engine\/storage\/migrations\//,
  /^src\/main\/engine\/[a-z-]+\/[a-z-]*commands\.ts$/,
  /^src\/main\/engine\/drill\/standins\//,
  /^src\/main\/hosts\/electron\//,
]

/** What breaks a rule and is better so, with its reason. A test holds that each is still needed. */
export const exceptions: Readonly<Record<string, string>> = {
  'src/main/engine/engine.ts startEngine': 'the one place that wires the features: a list without a decision in it',
  'src/main/engine/alerts/members.ts': 'the members of a group: the store is long already',
  'src/main/engine/alerts/preview.ts': 'what a rule that is being typed would suppress: the store is long already',
  'src/main/engine/alerts/last-cleared.ts': 'when alerts last cleared, for the gates: the store is long already',
  'src/main/engine/alerts/resolved-recently.ts': 'alerts that were open a moment ago: the store is long already',
  'src/main/engine/comms/place.ts': 'where an update goes on the status page is a decision of its own',
  'src/main/engine/dashboards/heatmap.ts': 'one kind of panel among others',
  'src/main/engine/dashboards/schema-v2-variables.ts': 'the variables of a format that has a file for its panels',
  'src/main/engine/dashboards/time-shift.ts': 'a panel against its own past is a subject of its own',
  'src/main/engine/feeds/row-filter.ts': 'one of the operations on rows that Grafana names',
  'src/main/engine/http/transport.ts': 'bytes on the wire; the client above it knows limits and retries',
  'src/main/engine/record/sends-from-here.ts': 'who sends for an incident, OW1: the ledger is long already',
  'src/renderer/charts/worker-drawer.ts': 'the twin of the drawer on the page',
  'src/renderer/features/incident-bar/command-cell.tsx': 'a cell of the bar; the bar is long already',
  'src/renderer/features/incident-bar/quiet-bar.tsx': 'the bar without an incident',
  'src/renderer/features/metrics/tile-table.tsx': 'a tile that shows a table',
  'src/renderer/features/settings/way-settings.tsx': 'one page of the settings',
  'src/renderer/tables/row-keys.ts': 'the keys of a row',
  'src/renderer/features/timeline/line-input.tsx': "the scribe's line: everybody looks for it by this name",
}

export function readSources(project: string): readonly SourceFile[] {
  return filesIn(join(project, 'src'), /\.tsx?$/).map(file => readSource(project, file))
}

/** The tests and their tools that are too long: `it`s of two subjects are two files. */
export function longTests(project: string): readonly string[] {
  return filesIn(join(project, 'tests'), /\.(tsx?|mjs)$/).flatMap(file => {
    const lines = linesOf(readFileSync(file, 'utf8'))
    return lines > MOST_LINES
      ? [`${pathIn(project, file)} has ${lines} lines: more than ${MOST_LINES} are two subjects`]
      : []
  })
}

const linesOf = (text: string) => text.trimEnd().split('\n').length

/** Paths of the files below a folder whose name fits, in order. */
export function filesIn(folder: string, named: RegExp): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(name => named.test(name) && !name.endsWith('.d.ts'))
    .map(name => join(folder, name))
    .sort()
}

export function readSource(project: string, file: string, text = readFileSync(file, 'utf8')): SourceFile {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind)
  const pathsOf = (names: Iterable<string>) =>
    [...names].flatMap(name => resolved(file, name)).map(path => pathIn(project, path))
  return {
    path: pathIn(project, file),
    lines: linesOf(text),
    exports: tree.statements.flatMap(exportsOf),
    imports: pathsOf(importsOf(text)),
    onDemand: pathsOf([...text.matchAll(ON_DEMAND)].map(match => match[1] ?? '')),
    functions: functionsOf(tree),
  }
}

const pathIn = (project: string, file: string) => relative(project, file).replaceAll('\\', '/')

function exportsOf(statement: ts.Statement): readonly string[] {
  const exported = ts.canHaveModifiers(statement)
    ? ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
    : false
  if (exported !== true) return []
  if (ts.isVariableStatement(statement)) return statement.declarationList.declarations.map(({ name }) => name.getText())
  const named = statement as ts.Statement & { readonly name?: ts.Identifier }
  return named.name === undefined ? [] : [named.name.text]
}

const ON_DEMAND = /import\(\s*['"](\.[^'"]+)['"]/g

/** The relative paths that a source names in its imports, on demand too. */
export function importsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(match => match[1] ?? '')
}

/** The file that an import of a file means; none where there is none. */
export function resolved(file: string, name: string): readonly string[] {
  const path = resolve(dirname(file), name)
  const found = ['', '.ts', '.tsx']
    .map(ending => path + ending)
    .find(each => /\.(tsx?|mjs)$/.test(each) && existsSync(each))
  return found === undefined ? [] : [found]
}

function functionsOf(tree: ts.SourceFile): readonly FunctionSize[] {
  const found: FunctionSize[] = []
  /** @returns how many lines the functions inside of a node take */
  function visit(node: ts.Node): number {
    let inside = 0
    ts.forEachChild(node, child => {
      inside += visit(child)
    })
    if (!isFunction(node)) return inside
    const lines = spanOf(node)
    found.push({ name: nameOf(node), line: lineAt(node.getStart(tree)) + 1, lines: lines - inside })
    // A short callback is part of the line that calls it.
    return lines > 3 ? lines : inside
  }
  const lineAt = (at: number) => tree.getLineAndCharacterOfPosition(at).line
  const spanOf = (node: ts.Node) => lineAt(node.getEnd()) - lineAt(node.getStart(tree)) + 1
  visit(tree)
  return found
}

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name !== undefined) return node.name.getText()
  return ts.isVariableDeclaration(node.parent) || ts.isPropertyAssignment(node.parent)
    ? node.parent.name.getText()
    : 'a function without a name'
}

/**
 * What breaks the rules of the house, each with its way out.
 * @param tested files that a test imports
 * @param excepted paths, and `path function`, that are let be
 */
export function faultsOfHouse(
  sources: readonly SourceFile[],
  tested: ReadonlySet<string>,
  excepted: Readonly<Record<string, string>> = {},
): readonly string[] {
  const found = [...tooLong(sources), ...crumbs(sources, tested)]
  const needed = new Set(found.map(({ what }) => what))
  return [
    ...found.filter(({ what }) => !Object.hasOwn(excepted, what)).map(({ fault }) => fault),
    ...namedTwice(sources),
    ...Object.keys(excepted).flatMap(what => (needed.has(what) ? [] : [`${what} needs no exception any more`])),
  ]
}

interface HouseFault {
  readonly what: string
  readonly fault: string
}

function tooLong(sources: readonly SourceFile[]): readonly HouseFault[] {
  return sources.flatMap(({ path, lines, functions }) => [
    ...(lines > MOST_LINES
      ? [{ what: path, fault: `${path} has ${lines} lines: more than ${MOST_LINES} are two subjects` }]
      : []),
    ...functions
      .filter(one => one.lines > MOST_FUNCTION_LINES)
      .map(({ name, line, lines: long }) => ({
        what: `${path} ${name}`,
        fault: `${path}:${line} ${name} has ${long} lines of its own: ${MOST_FUNCTION_LINES} at most`,
      })),
  ])
}

function namedTwice(sources: readonly SourceFile[]): readonly string[] {
  const where = new Map<string, string[]>()
  for (const { path, exports } of sources) {
    for (const name of new Set(exports)) where.set(name, [...(where.get(name) ?? []), path])
  }
  return [...where]
    .filter(([, paths]) => paths.length > 1)
    .map(([name, paths]) => `${name} is exported by ${paths.join(' and ')}: one name, one thing`)
}

/**
 * A file earns its place by two importers, a test of its own, or its size. One that another folder imports is what its
 * folder shows; one that is imported when it is needed is a piece that a start does not load.
 */
function crumbs(sources: readonly SourceFile[], tested: ReadonlySet<string>): readonly HouseFault[] {
  const importers = new Map<string, string[]>()
  for (const { path, imports } of sources) {
    for (const each of new Set(imports)) importers.set(each, [...(importers.get(each) ?? []), path])
  }
  const onDemand = new Set(sources.flatMap(source => source.onDemand))
  return sources
    .filter(({ path, lines }) => lines < SMALL && importers.get(path)?.length === 1 && !tested.has(path))
    .filter(({ path }) => !oneFileEach.some(folder => folder.test(path)))
    .filter(({ path }) => dirname(path) === dirname(importers.get(path)?.[0] ?? ''))
    .filter(({ path }) => !onDemand.has(path))
    .map(({ path }) => ({
      what: path,
      fault: `${path} has one importer, ${importers.get(path)?.[0]}, and is small: put it there`,
    }))
}

/** The files of `src` that a test imports. */
export function testedFiles(project: string): ReadonlySet<string> {
  return new Set(
    filesIn(join(project, 'tests'), /\.(tsx?|mjs)$/).flatMap(file =>
      importsOf(readFileSync(file, 'utf8'))
        .flatMap(name => resolved(file, name))
        .map(path => pathIn(project, path)),
    ),
  )
}
