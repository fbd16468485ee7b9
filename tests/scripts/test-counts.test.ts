import { describe, expect, it } from 'vitest'
import { closingLine, countPlaywright, countVitest, whole } from '../../scripts/test-counts.mjs'

const vitestCase = (status: string, ...titles: string[]) => ({
  status,
  ancestorTitles: titles.slice(0, -1),
  title: titles.at(-1) ?? '',
})

describe('counts', () => {
  it('reads Vitest, with a file that did not load as one failure', () => {
    const counts = countVitest(
      {
        testResults: [
          {
            name: '/deck/tests/a.test.ts',
            status: 'failed',
            assertionResults: [
              vitestCase('passed', 'a', 'one'),
              vitestCase('failed', 'a', 'two'),
              vitestCase('pending', 'no vendor files', 'three'),
              vitestCase('skipped', 'no vendor files', 'four'),
            ],
          },
          { name: '/deck/tests/b.test.ts', status: 'failed', assertionResults: [] },
        ],
      },
      '/deck/',
    )
    expect(counts).toEqual({
      passed: 1,
      failed: 2,
      skipped: 2,
      skippedSuites: ['tests/a.test.ts › no vendor files (2 tests)'],
    })
  })

  it('reads Playwright, with its errors and the reasons of what it skipped, and what passed only at the second try', () => {
    const test = (status: string, description?: string) => ({
      status,
      annotations: description === undefined ? [] : [{ type: 'skip', description }],
    })
    const counts = countPlaywright({
      errors: ['a file did not load'],
      suites: [
        {
          title: 'desktop.spec.ts',
          specs: [{ title: 'opens', tests: [test('expected')] }],
          suites: [
            {
              title: 'real Electron',
              specs: [{ title: 'opens', tests: [test('skipped', 'no Electron binary')] }],
            },
            { title: 'stand-in', specs: [{ title: 'opens', tests: [test('unexpected'), test('flaky')] }] },
          ],
        },
      ],
    })
    expect(counts).toEqual({
      passed: 2,
      failed: 2,
      skipped: 1,
      skippedSuites: ['desktop.spec.ts › real Electron: no Electron binary (1 test)'],
      secondTries: ['desktop.spec.ts › stand-in › opens'],
    })
  })

  it('ends with one plain line over all of them', () => {
    const counts = { passed: 3, failed: 0, skipped: 1, skippedSuites: [] }
    expect(closingLine([counts, counts, whole('failed', 'build'), whole('skipped', 'end to end')])).toBe(
      '6 passed, 1 failed, 3 skipped',
    )
  })
})
