import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** [FA1] A fault of the engine is a code with values: its words are in the catalogue, and nowhere in the engine. */

const engine = resolve(import.meta.dirname, '../../src/main/engine')

/** What says something to a program, or is said by somebody else, and why. */
const others: readonly (readonly [place: string, reason: string])[] = [
  ['drill/standins/', 'speak as the vendors do'],
  ['workers/', 'a fault of a job goes to whoever began it, who words it'],
  ['last-known/lines.ts', 'is for the log file'],
  ['storage/raw-row.ts', 'is for the log file'],
]

/** Names of what says something to a person. */
const names = [
  ...['message', 'reason', 'reasons', 'problem', 'problems', 'why', 'source', 'note', 'notes', 'warnings'],
  ...['gap', 'lacks', 'cut', 'stale'],
]

/** Texts of two words and more that a fault says by itself, each with its line. */
function sentences(text: string, looked: readonly string[] = names): readonly string[] {
  const source = ts.createSourceFile('fault.ts', text, ts.ScriptTarget.Latest, true)
  const found: string[] = []
  const look = (value: ts.Expression) => {
    for (const said of textsIn(value)) {
      const { line } = source.getLineAndCharacterOfPosition(said.getStart(source))
      if (/\p{L}[\p{L},.:]* \p{L}/u.test(said.getText(source))) found.push(`${line + 1}: ${said.getText(source)}`)
    }
  }
  const visit = (node: ts.Node): void => {
    if ((ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && looked.includes(node.name.getText(source)))
      if (node.initializer !== undefined) look(node.initializer)
    if (ts.isCallExpression(node) && node.expression.getText(source) === 'fail') node.arguments.forEach(look)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

/** The texts that an expression may be; what is put together elsewhere is looked at there. */
function textsIn(value: ts.Expression): readonly ts.Expression[] {
  if (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value)) return [value]
  if (ts.isConditionalExpression(value)) return [...textsIn(value.whenTrue), ...textsIn(value.whenFalse)]
  if (ts.isArrayLiteralExpression(value)) return value.elements.flatMap(textsIn)
  if (ts.isBinaryExpression(value)) return [...textsIn(value.left), ...textsIn(value.right)]
  if (ts.isCallExpression(value)) return value.arguments.flatMap(textsIn)
  if (ts.isParenthesizedExpression(value) || ts.isAsExpression(value)) return textsIn(value.expression)
  return []
}

const files = globSync('**/*.ts', { cwd: engine }).filter(file => !others.some(([place]) => file.startsWith(place)))

/** A document is not in the language of a page: its sources and notes are its own lines. */
const namesIn = (file: string) =>
  file.startsWith('documents/') ? names.filter(name => name !== 'source' && name !== 'note') : names

describe('[FA1] the engine', () => {
  it('words no fault', () => {
    expect(files.length).toBeGreaterThan(200)
    const found = files.flatMap(file =>
      sentences(readFileSync(join(engine, file), 'utf8'), namesIn(file)).map(sentence => `${file}:${sentence}`),
    )
    expect(found).toEqual([])
  })

  it.each([
    ["fail({ kind: 'refused', message: 'That time has passed.' })"],
    [`return fail<Fault>({ kind: 'internal', message: \`Cannot open \${file}: ask again\` } as const)`],
    ["const message = there ? 'It is there' : ''"],
    ["const fault = { kind: 'not-found', message: name + ' does not exist' }"],
    ["const fault = { kind: 'not-found', message: ('There is no ' + name) as string }"],
    ["const fault = { kind: 'refused', message: plainLine('No such thing', 200) }"],
    ["fail('it is no JSON')"],
  ])('is refused with %s', planted => {
    expect(sentences(planted)).toHaveLength(1)
  })

  it.each([
    ["const gap = { reason: 'only a part was read', more: true }"],
    ["return { ...nothing, problem: 'This panel names no data source' }"],
    ['const cut = full ? `only the newest were read` : empty'],
    ["const warnings = [...own, 'Native histograms cannot be drawn']"],
    ["const why = item.reason || 'Quarterdeck was not running'"],
    ["return { at: chosen, source: 'chosen time' }"],
    ["return { unit: 'plain', note: 'Its unit is not known here' }"],
  ])('[FA3] is refused with %s', planted => {
    expect(sentences(planted)).toHaveLength(1)
  })

  it.each([
    ["fail({ kind: 'refused', ...coded('time-past') })"],
    ['const json = { message: marked(what.message, act) }'],
    ["return { name, may: 'yes', message: '' }"],
    ["refused('links-full', { most: MOST_LINKS })"],
    [`const message = field === '' ? flaw.message : \`\${field}: \${flaw.message}\``],
    ["logger.warn('A template is broken', { problem })"],
  ])('may say %s', planted => {
    expect(sentences(planted)).toEqual([])
  })
})
