import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { scratchFolder } from '../support/folders'
import {
  exceptions,
  faultsOfHouse,
  longTests,
  MOST_FUNCTION_LINES,
  MOST_LINES,
  readSource,
  readSources,
  testedFiles,
} from './house'

const project = resolve(import.meta.dirname, '../..')
const planted = (path: string, text: string) => readSource(project, join(project, path), text)
const none: ReadonlySet<string> = new Set()
const lines = (count: number) => '  void 0\n'.repeat(count)

describe('the house', () => {
  it('has no file or function that is too long, no name twice, no crumb', () => {
    const sources = readSources(project)
    expect(sources.length).toBeGreaterThan(500)
    expect(faultsOfHouse(sources, testedFiles(project), exceptions)).toEqual([])
  })

  it('has no test that is too long', () => {
    expect(longTests(project)).toEqual([])
  })
})

describe('the look for faults', () => {
  it('finds a file that is too long', () => {
    const faults = faultsOfHouse([planted('src/shared/lib/long.ts', lines(MOST_LINES + 1))], none)
    expect(faults).toEqual([expect.stringMatching(/^src\/shared\/lib\/long\.ts has 351 lines/)])
  })

  it('finds a test that is too long', () => {
    const folder = scratchFolder()
    mkdirSync(join(folder, 'tests'))
    writeFileSync(join(folder, 'tests/long.test.ts'), lines(MOST_LINES + 1))
    writeFileSync(join(folder, 'tests/fine.test.ts'), lines(MOST_LINES))
    expect(longTests(folder)).toEqual([expect.stringMatching(/^tests\/long\.test\.ts has 351 lines/)])
  })

  it('finds a function that is too long, not counting those inside it', () => {
    const inner = `  function inner() {\n${lines(40)}  }\n`
    const text = `function fine() {\n${inner}${lines(40)}}\nfunction long() {\n${inner}${lines(MOST_FUNCTION_LINES)}}\n`
    expect(faultsOfHouse([planted('src/shared/lib/one.ts', text)], none)).toEqual([
      expect.stringMatching(/long has 62 lines of its own/),
    ])
  })

  it('finds a name that two files export', () => {
    const text = 'export const one = 1\nexport type Two = 2\n'
    const files = ['src/shared/lib/a.ts', 'src/shared/lib/b.ts'].map(path => planted(path, text))
    expect(faultsOfHouse(files, none)).toEqual([
      expect.stringMatching(/^one is exported by .*a\.ts and .*b\.ts/),
      expect.stringMatching(/^Two is exported by/),
    ])
  })

  it('finds a small file with one importer, unless a test is its other, it is loaded on demand or its folder has one file for each', () => {
    const user = {
      ...planted('src/renderer/ui/user.ts', ''),
      imports: ['src/renderer/ui/crumb.ts', 'src/shared/texts/english/ui.ts'],
    }
    const files = [
      user,
      planted('src/renderer/ui/crumb.ts', 'const a = 1\n'),
      planted('src/shared/texts/english/ui.ts', ''),
    ]
    expect(faultsOfHouse(files, none)).toEqual([
      expect.stringMatching(/crumb\.ts has one importer, src\/renderer\/ui\/user\.ts/),
    ])
    expect(faultsOfHouse(files, new Set(['src/renderer/ui/crumb.ts']))).toEqual([])
    expect(faultsOfHouse([{ ...user, onDemand: user.imports }, ...files.slice(1)], none)).toEqual([])
  })

  it('finds an exception that nothing needs', () => {
    const faults = faultsOfHouse([planted('src/shared/lib/one.ts', '')], none, { 'src/shared/lib/one.ts': 'no reason' })
    expect(faults).toEqual(['src/shared/lib/one.ts needs no exception any more'])
  })
})
