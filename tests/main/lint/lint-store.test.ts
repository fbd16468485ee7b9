import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openLint } from '../../../src/main/engine/comms/lint-store'
import { lintUpdate } from '../../../src/shared/domain/lint/lint'
import { type LintFileName, lintFileNames, lintFiles } from '../../../src/shared/domain/lint/lint-files'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { SHIPPED_LINT, shippedLint } from '../../support/shipped-lint'

function opened() {
  const folder = join(scratchFolder(), 'lint')
  mkdirSync(folder)
  const logger = keptLogger()
  const store = openLint(SHIPPED_LINT, folder, logger)
  const write = (name: LintFileName, text: string) => writeFileSync(join(folder, `${name}.yaml`), text)
  const rules = (body: string) =>
    lintUpdate(
      {
        ...{ title: 'Cards fail', body, stage: 'resolution', zone: 'UTC', now: 0, previous: null },
        ...{ incident: { resolved: true, identified: true, components: {} }, nextUpdate: { asked: false, at: null } },
      },
      store.current().words,
    ).findings.map(({ rule }) => rule)
  return { folder, logger, store, write, rules }
}

describe('the word lists', () => {
  it('[LN25] that ship are read, one file for each name and no other, each field described', () => {
    const { files } = shippedLint().current()
    expect(files.map(({ from, problem }) => [from, problem])).toEqual(lintFileNames.map(() => ['shipped', undefined]))
    const found = readdirSync(SHIPPED_LINT).filter(file => file.endsWith('.yaml'))
    expect(found.sort()).toEqual(lintFileNames.map(name => `${name}.yaml`).sort())
    const readme = readFileSync(join(SHIPPED_LINT, 'README.md'), 'utf8')
    const fields = lintFileNames.flatMap(name => Object.keys(lintFiles[name].shape))
    expect(fields.filter(field => !readme.includes(`\`${field}\``))).toEqual([])
  })

  it('[LN25] a team replaces single files, which are read again when they change', () => {
    const { folder, store, write, rules } = opened()
    const before = store.current()
    expect(store.current()).toBe(before)
    expect(rules('The sidecar of the blorp is slow.')).toEqual(['jargon'])
    write('jargon', 'terms:\n  - blorp\n')
    expect(rules('The sidecar is slow.')).toEqual([])
    expect(rules('The blorp is slow.')).toEqual(['jargon'])
    expect(
      store
        .current()
        .files.filter(({ from }) => from === 'team')
        .map(({ name }) => name),
    ).toEqual(['jargon'])
    rmSync(join(folder, 'jargon.yaml'))
    expect(rules('The sidecar is slow.')).toEqual(['jargon'])
  })

  it('[LN25] a team’s own key beginnings, public hosts and trackers', () => {
    const { write, rules, store } = opened()
    const shipped = store.current().lists
    const key = ['acme', 'q8ztr2mw5xlpq8zt'].join('-')
    expect(rules(`Use ${key} or grafana.acme.example with XYZ-12.`)).toEqual(['internal-host'])
    write('secrets', 'prefixes: [acme-]\nnames: []\n')
    write('inside', JSON.stringify({ ...shipped.inside, public: ['acme.example'], trackers: ['XYZ'] }))
    expect(rules(`Use ${key} or grafana.acme.example with XYZ-12.`)).toEqual(['secret', 'ticket-id'])
  })

  it('[LN25] a broken file leaves the last good one in use, and says its place once in the log', () => {
    const { folder, store, write, rules, logger } = opened()
    write('jargon', 'terms:\n  - blorp\n')
    expect(rules('The blorp is slow.')).toEqual(['jargon'])
    write('jargon', 'terms:\n  - Blorp (big)\n')
    expect(rules('The blorp is slow.')).toEqual(['jargon'])
    const problem = store.current().files.find(({ name }) => name === 'jargon')?.problem?.message
    expect(problem).toContain(`${join(folder, 'jargon.yaml')}, line 2, column 5`)
    expect(logger.lines.filter(line => line.includes('not used'))).toHaveLength(1)
  })

  it.each(['... word', 'a ... b ... c ... d', 'Upper', 'tab\there', 'x'.repeat(500)])(
    '[LN18] a phrase that is none is refused: %j',
    phrase => {
      expect(lintFiles.jargon.safeParse({ terms: [phrase] }).success).toBe(false)
    },
  )

  it('[LN18] phrases match words in a row, either of several, and over a gap within one sentence', () => {
    const { write, rules } = opened()
    write('jargon', 'terms:\n  - red|green ... box|tin\n')
    const hits = (text: string) => rules(text).length
    expect(hits('A red box.')).toBe(1)
    expect(hits('A green one of tin.')).toBe(1)
    expect(hits('Red, and one two three four box.')).toBe(0)
    expect(hits('It is red. Box it.')).toBe(0)
    expect(hits('Redbox and a box.')).toBe(0)
  })

  it('[LN25] names a file that is none of the lists', () => {
    const { folder, store } = opened()
    writeFileSync(join(folder, 'jargons.yaml'), 'terms: []\n')
    expect(store.current().unknownFiles).toEqual(['jargons.yaml'])
  })
})
