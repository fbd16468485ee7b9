import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { MOST_TEAM_FILE_BYTES } from '../../../src/main/engine/guards/team-file'
import { openMethod } from '../../../src/main/engine/method/method-store'
import { type MethodFileName, methodFileNames } from '../../../src/shared/domain/method/method-files'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { SHIPPED_METHOD, shippedMethod } from '../../support/shipped-method'

const ours = (name: MethodFileName) => readFileSync(join(SHIPPED_METHOD, `${name}.yaml`), 'utf8')

function opened() {
  const folder = join(scratchFolder(), 'method')
  mkdirSync(folder)
  const logger = keptLogger()
  const store = openMethod(SHIPPED_METHOD, folder, logger)
  const write = (name: MethodFileName, text: string | Buffer) => writeFileSync(join(folder, `${name}.yaml`), text)
  const problem = (name: MethodFileName) => store.current().files.find(file => file.name === name)?.problem?.message
  return { folder, logger, store, write, problem }
}

describe('the method that ships', () => {
  it('[MD1] is read without a team’s folder, and has a file for each name and no other', () => {
    const view = shippedMethod().current()
    expect(view.files.map(({ from, problem }) => [from, problem])).toEqual(
      methodFileNames.map(() => ['shipped', undefined]),
    )
    const files = readdirSync(SHIPPED_METHOD).filter(file => file.endsWith('.yaml'))
    expect(files.sort()).toEqual(methodFileNames.map(name => `${name}.yaml`).sort())
    expect(view.version).toMatch(/^[0-9a-f]{12}$/)
  })

  it('[MD1] each of its files is one that a team may use as it is', () => {
    const { store, write } = opened()
    const before = store.current()
    for (const name of methodFileNames) write(name, ours(name))
    const after = store.current()
    expect(after.files.map(({ from, problem }) => [from, problem])).toEqual(
      methodFileNames.map(() => ['team', undefined]),
    )
    expect(after.version).toBe(before.version)
  })
})

describe('a team’s own folder', () => {
  it('[MD1] replaces single files by name, and the version says that the content is another', () => {
    const { store, write, folder } = opened()
    const before = store.current()
    write('checkpoint', ours('checkpoint').replace('SEV-3: 30', 'SEV-3: 45'))
    const after = store.current()
    expect(after.method.checkpoint.every['SEV-3']).toBe(45)
    expect(after.method.trees).toEqual(before.method.trees)
    expect(after.files.filter(({ from }) => from === 'team').map(({ name }) => name)).toEqual(['checkpoint'])
    expect(after.version).not.toBe(before.version)
    rmSync(join(folder, 'checkpoint.yaml'))
    expect(store.current()).toEqual(before)
  })

  it('[MD1] spacing, comments, line ends and a byte-order mark do not make another version', () => {
    const { store, write } = opened()
    const { version } = store.current()
    write('trees', `\ufeff# ours\r\n\r\n${ours('trees').replaceAll('\n', '\r\n')}`)
    expect(store.current().version).toBe(version)
    expect(store.current().files.find(({ name }) => name === 'trees')?.from).toBe('team')
  })

  it('[MD1] is read in any script', () => {
    const { store, write, problem } = opened()
    write('method', 'name: 支付团队 · الطوارئ · Überwachung\n')
    expect(problem('method')).toBeUndefined()
    expect(store.current().name).toBe('支付团队 · الطوارئ · Überwachung')
  })

  it('[MD2] is read again when it changes, also when an editor puts another file in its place', () => {
    const { store, write, folder } = opened()
    write('method', 'name: One\n')
    expect(store.current().name).toBe('One')
    const path = join(folder, 'method.yaml')
    writeFileSync(`${path}.new`, 'name: Two\n')
    renameSync(`${path}.new`, path)
    expect(store.current().name).toBe('Two')
  })

  it('[MD2] a broken file leaves the last good one in use, or ours, and says its place once in the log', () => {
    const { store, write, problem, logger, folder } = opened()
    write('method', 'nmae: Ours\n')
    expect(store.current().name).toBe('Quarterdeck')
    expect(problem('method')).toBe(`${join(folder, 'method.yaml')}, line 1, column 1: nmae: is not a known field`)
    write('method', 'name: Ours\n')
    expect([store.current().name, problem('method')]).toEqual(['Ours', undefined])
    write('method', 'name: [\n')
    store.current()
    expect(store.current()).toMatchObject({ name: 'Ours' })
    expect(problem('method')).toContain('line 1, column 7')
    expect(logger.lines.filter(line => line.includes('not used'))).toHaveLength(2)
  })

  it('[MD2] names a file that is none of the method’s', () => {
    const { store, write, folder } = opened()
    write('method', 'name: Ours\n')
    cpSync(join(folder, 'method.yaml'), join(folder, 'severty.yaml'))
    expect(store.current().unknownFiles).toEqual(['severty.yaml'])
  })

  it.each<[string, (path: string) => void, RegExp]>([
    ['too large', path => writeFileSync(path, `# ${'x'.repeat(MOST_TEAM_FILE_BYTES)}`), /is larger than 200,000 bytes/],
    ['a pipe', path => void execFileSync('mkfifo', [path]), /is a pipe/],
    ['no text', path => writeFileSync(path, Buffer.from([0xff, 0xfe, 0x00, 0x80])), /it is not UTF-8 text/],
    ['nested without end', path => writeFileSync(path, '['.repeat(150_000)), /method\.yaml, line 1, column/],
    ['aliases that multiply', path => writeFileSync(path, 'a: &a [x]\nname: *a\n'), /line 1, column 7: uses an anchor/],
    ['a tag', path => writeFileSync(path, 'name: !!js/function "x"\n'), /line 1, column \d+: uses a tag/],
    ['a key twice', path => writeFileSync(path, 'name: A\nname: B\n'), /line 2, column 1/],
    ['a bracket left open', path => writeFileSync(path, 'name:\n  every: [oops\n\n# end\n'), /line 2, column 10/],
    ['a quote left open', path => writeFileSync(path, 'name: "oops\n\n'), /line 1, column 7/],
    ['two documents', path => writeFileSync(path, 'name: A\n---\nname: B\n'), /line 2, column 1/],
    ['empty', path => writeFileSync(path, ''), /line 1, column 1: the file: /],
    ['a name that changes what objects are', path => writeFileSync(path, '__proto__: {}\nname: A\n'), /__proto__/],
  ])('[HF3] [MD2] a file that is %s costs nothing but a message', (_, make, words) => {
    const { store, folder, problem } = opened()
    make(join(folder, 'method.yaml'))
    expect(store.current().name).toBe('Quarterdeck')
    expect(problem('method')).toMatch(words)
  })
})

describe('what a file of the method may not say', () => {
  const tree = (lines: string) => `trees:\n  - id: t\n    title: T\n    questions:\n${lines}`
  const results = '    results:\n      - { id: done, text: Done, next: { kind: none } }\n'

  it.each<[string, MethodFileName, (text: string) => string, string]>([
    [
      'a cadence of zero',
      'checkpoint',
      text => text.replace('every: { SEV-1: 15', 'every: { SEV-1: 0'),
      'line 3, column 17: every.SEV-1: is too small: 0, and 1 is the least',
    ],
    [
      'a cadence below zero',
      'checkpoint',
      text => text.replace('after: 120', 'after: -5'),
      'line 5, column 16: long.after: is too small',
    ],
    [
      'part of a minute',
      'severity',
      text => text.replace('acknowledge: 5\n', 'acknowledge: 5.5\n'),
      'line 9, column 18: levels.SEV-1.acknowledge: must be a whole number',
    ],
    [
      'a severity left out',
      'checkpoint',
      text => text.replace(', SEV-4: never }', ' }'),
      'line 2, column 8: first.SEV-4: must be whole minutes from 1 on, or never',
    ],
    [
      'a slower pace that is none',
      'severity',
      text => text.replace('customerUpdate: 60 }', 'customerUpdate: 30 }'),
      'levels.SEV-1.slower.customerUpdate: must be more than customerUpdate',
    ],
    [
      'a share over 100 %',
      'severity',
      text => text.replace('fact: errors, over: 50', 'fact: errors, over: 150'),
      'rules[0].over: must be less than 100',
    ],
    [
      'a rule that an earlier one covers',
      'severity',
      text => text.replace('fact: errors, over: 10,', 'fact: errors, over: 60,'),
      'rules[4]: can never decide: the rule errors-50 before it covers it',
    ],
    [
      'a rule twice',
      'severity',
      text => text.replace('id: part-out, fact: part-out', 'id: other, fact: sla'),
      'rules[10]: can never decide: the rule sla-broken before it covers it',
    ],
    [
      'a rule that a milder one comes before',
      'severity',
      text => text.replace('fact: sla, severity: SEV-1', 'fact: sla, severity: SEV-3'),
      'rules[4].severity: must not be more severe than the rule sla-broken before it',
    ],
    [
      'an unknown severity',
      'severity',
      text => text.replace('otherwise: SEV-4', 'otherwise: SEV-5'),
      'otherwise: must be one of: SEV-1, SEV-2, SEV-3, SEV-4',
    ],
    [
      'a question without an id',
      'severity',
      text => text.replace('  - id: users\n    asks', '  - asks'),
      'questions[0].id: is missing',
    ],
    [
      'an id in another script',
      'first-response',
      text => text.replace('id: acknowledge,', 'id: обнаружено,'),
      'firstResponse[0].id: must be an id of lower-case letters',
    ],
    [
      'an id twice',
      'lifecycle',
      text => text.replace('id: acknowledged', 'id: detected'),
      'line 5, column 11: milestones[2].id: is defined twice',
    ],
    [
      'a text of two lines',
      'lifecycle',
      text => text.replace('text: Detected', 'text: "De\\ntected"'),
      'milestones[1].text: must be one line',
    ],
    [
      'an empty list',
      'lifecycle',
      text => text.replace(/milestones:\n( {2}- .*\n)+/, 'milestones: []\n'),
      'milestones: must not be empty',
    ],
    [
      'a speed that is none',
      'mitigation',
      text => text.replace('speed: fast, text: Restart', 'speed: fats, text: Restart'),
      'measures[4].speed: there is no “fats” to go to',
    ],
    [
      'a measure that is none',
      'mitigation',
      text => text.replace('measure: hotfix', 'measure: hotfx'),
      'causes[0].try[2].measure: there is no “hotfx” to go to',
    ],
    [
      'a verdict too few',
      'checkpoint',
      text => text.replace(/ {2}- \{ id: escalate.*\n/, ''),
      'verdicts: has too few entries: 2, and 3 is the least',
    ],
    [
      'an edge to nothing',
      'trees',
      () => tree(`      - { id: a, asks: A?, yes: done, no: nowhere }\n${results}`),
      'line 5, column 43: trees[0].questions[0].no: there is no “nowhere” to go to',
    ],
    [
      'a tree that leads back to itself',
      'trees',
      () =>
        tree(
          `      - { id: a, asks: A?, yes: b, no: done }\n      - { id: b, asks: B?, yes: done, no: a }\n${results}`,
        ),
      'line 6, column 43: trees[0].questions[1].no: leads back to “a”: this tree would not end',
    ],
    [
      'a question that asks itself',
      'trees',
      () => tree(`      - { id: a, asks: A?, yes: a, no: done }\n${results}`),
      'trees[0].questions[0].yes: leads back to “a”',
    ],
    [
      'a result and a question of one id',
      'trees',
      () => tree(`      - { id: done, asks: A?, yes: done, no: done }\n${results}`),
      'trees[0].results[0].id: is defined twice',
    ],
    [
      'a shortcut to nothing',
      'trees',
      text => text.replace('to: roll-back }', 'to: rollback }'),
      'trees[0].shortcuts[0].to: there is no “rollback” to go to',
    ],
    [
      'a tree that follows and is none',
      'trees',
      text => text.replace('tree: mitigation', 'tree: mitigations'),
      'next.tree: there is no “mitigations” to go to',
    ],
  ])('[MD3] %s is refused with its place', (_what, name, change, words) => {
    const { store, write, problem } = opened()
    const text = change(ours(name))
    expect(text).not.toBe(ours(name))
    write(name, text)
    expect(store.current().files.find(file => file.name === name)?.from).toBe('shipped')
    expect(problem(name)).toContain(words)
  })

  it('[MD3] a chain of a hundred questions ends, and is read at once', () => {
    const { write, problem } = opened()
    const chain = Array.from(
      { length: 100 },
      (_, at) => `      - { id: q${at}, asks: Q?, yes: done, no: ${at === 99 ? 'done' : `q${at + 1}`} }\n`,
    )
    write('trees', tree(chain.join('') + results))
    expect(problem('trees')).toBeUndefined()
  })
})
