import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readYaml } from '../../../src/main/engine/guards/yaml-text'
import { codedPart } from '../../../src/shared/contract/coded-text'
import { audienceFile } from '../../../src/shared/domain/method/audience-file'

const shipped = readFileSync(join(import.meta.dirname, '../../../resources/method/audiences.yaml'), 'utf8')

/** `line:column what is wrong` of the file with one change. */
function flawAfter(before: string | RegExp, after: string): string {
  const changed = shipped.replace(before, after)
  expect(changed).not.toBe(shipped)
  const read = readYaml(changed, audienceFile)
  return read.ok ? '' : `${read.fault.line}:${read.fault.column} ${codedPart(read.fault.flaw).message}`
}

/** Where the first of these words stands in the file that ships. */
function lineOf(words: string): number {
  return shipped.slice(0, shipped.indexOf(words)).split('\n').length
}

describe('[AU1] [MD2] the table of audiences that ships', () => {
  const read = readYaml(shipped, audienceFile)

  it.each([
    ['Customers', 'statuspage, email', 'by the severity levels'],
    ['Key accounts', 'email', 'with every customer update · with every customer update · as it happens · never'],
    [
      'Support',
      'slack, teams, email',
      '5, with every customer update · 30, with every customer update · with every customer update · with every customer update',
    ],
    ['Leadership', 'email, slack, teams', '5, 60 · 30, 60 · never · never'],
    ['Engineering', 'slack, teams', 'as it happens · as it happens · as it happens · as it happens'],
    ['Legal and PR', '', 'at once, when it changes · never · never · never'],
  ])('%s: %s; %s', (name, channels, paces) => {
    const row = read.ok ? read.value.audiences.find(one => one.name === name) : undefined
    expect(row?.channels.join(', ')).toBe(channels)
    const said = Object.values(row?.cadence ?? {}).map(pace =>
      typeof pace === 'string' ? pace : `${pace.first}, ${pace.next}`,
    )
    expect(said.join(' · ') || 'by the severity levels').toBe(paces)
  })
})

describe('[AU1] [MD2] a table of audiences with a mistake is refused with its place', () => {
  it.each([
    [
      'a pace that is none',
      'SEV-3: as it happens',
      'SEV-3: sometimes',
      `${lineOf('SEV-3: as it happens')}:14 audiences[1].cadence.SEV-3`,
    ],
    [
      'minutes that are none',
      '{ first: 5, next: 60 }',
      '{ first: 0, next: 60 }',
      `${lineOf('{ first: 5, next: 60 }')}:`,
    ],
    [
      'a cadence of customers',
      'channels: [statuspage, email]',
      'channels: []\n    cadence: { SEV-1: never, SEV-2: never, SEV-3: never, SEV-4: never }',
      'customerUpdate in severity.yaml',
    ],
    ['no customers', '    as: customers\n', '', ''],
    ['two of one name', 'name: Support', 'name: key  ACCOUNTS', 'defined twice'],
    ['an id twice', 'id: support', 'id: legal', 'defined twice'],
    ['a field that is none', 'follow: 10', 'follow: 10\nfollows: 10', 'follows'],
    ['an audience without a pace', / {4}cadence:\n(?: {6}SEV-.*\n){4} {2}- id: support/, '  - id: support', 'cadence'],
  ])('%s', (_, before, after, words) => {
    expect(flawAfter(before, after)).toMatch(/^\d+:\d+ ./)
    expect(flawAfter(before, after)).toContain(words)
  })
})
