import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { faultsOfWalk, walksIn } from './walks'

const project = resolve(import.meta.dirname, '../..')

describe('docs/walks.md', () => {
  const walks = walksIn(readFileSync(join(project, 'docs/walks.md'), 'utf8'))

  it('shows three ways through the code', () => {
    expect(walks.map(({ title }) => title)).toEqual([
      'A line, from the key to every screen',
      'An alert, from HTTP to the table',
      'An update, from the draft to Statuspage',
    ])
  })

  it.each(walks)('$title: each file is there, and the step before leads to it', walk => {
    expect(faultsOfWalk(project, walk)).toEqual([])
  })
})

describe('the look for faults', () => {
  const walk = (...steps: string[]) => walksIn(`## A way\n\n${steps.join('\n')}\n`)
  const faults = (...steps: string[]) => walk(...steps).flatMap(one => faultsOfWalk(project, one))
  const here = 'tests/architecture/walks.test.ts'

  it('follows imports and names of the contract', () => {
    expect(faults(`1. \`${here}\`: it.`, '2. `tests/architecture/walks.ts`: reads.')).toEqual([])
    expect(faults(`1. \`${here}\`: it.`, '2. `tests/architecture/walks.ts` (by `faultsOfWalk`): reads.')).toEqual([])
  })

  it('finds a file that is not there, a step that nothing leads to, and a wrong number', () => {
    expect(faults(`1. \`${here}\`: it.`, '2. `src/nowhere.ts`: no.')).toEqual([
      'A way, step 2: there is no src/nowhere.ts',
    ])
    expect(faults('1. `tests/architecture/walks.ts`: it.', `2. \`${here}\`: no.`)).toHaveLength(1)
    expect(faults(`1. \`${here}\`: it.`, '2. `tests/architecture/walks.ts` (by `a-push-of-no-one`): no.')).toHaveLength(
      1,
    )
    expect(faults(`1. \`${here}\`: it.`, '3. `tests/architecture/walks.ts`: no.')).toHaveLength(1)
    expect(() => walk('1. it reads a file')).toThrow('A step reads')
  })
})
