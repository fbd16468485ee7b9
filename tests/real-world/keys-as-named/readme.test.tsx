import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keymap, rowKeys } from '../../../src/renderer/app/keymap'
import { GROUP_KEY } from '../../../src/renderer/features/alerts/group-lines'
import { DETAILS_KEY, pageAsks } from '../../../src/renderer/features/alerts/page-acts'
import { LET_IN_KEY } from '../../../src/renderer/features/alerts/use-hold'
import { LINK_ALL_KEY } from '../../../src/renderer/features/alerts/use-new-pages'
import { HIDE_KEY } from '../../../src/renderer/features/alerts/use-noise'
import { panes } from '../../../src/renderer/ui/panes'

const readme = readFileSync(join(import.meta.dirname, '../../../README.md'), 'utf8')
const keys = readme.slice(readme.indexOf('\n## Keys\n'), readme.indexOf('\n## Where your data lives\n'))

/** Cells of the table below this heading, without the heading. */
function table(heading: string): readonly (readonly string[])[] {
  const lines = keys.slice(keys.indexOf(heading)).split('\n')
  const end = lines.findIndex(line => !line.startsWith('|'))
  return lines.slice(2, end).map(line =>
    line
      .slice(1, -1)
      .split('|')
      .map(cell => cell.trim()),
  )
}

const named = (cell: string) => [...cell.matchAll(/`([^`]+)`/g)].map(([, key]) => key as string)
const everywhere = table('| key | does | key | does |').flatMap(([key = '', does = '', other = '', too = '']) => [
  { key, does },
  { key: other, does: too },
])
const onRows = new Map(table('| on | keys |').map(([on = '', told = '']) => [on, named(told)]))

describe('the keys in the README', () => {
  it('are the keys of the cockpit, each once, none missing and none invented', () => {
    const told = everywhere.flatMap(({ key }) =>
      key === '`1` to `7`' ? ['1', '2', '3', '4', '5', '6', '7'] : named(key),
    )
    expect(told.sort()).toEqual([...keymap.map(({ key }) => key), 'Esc'].sort())
    expect(everywhere.filter(({ does }) => does === '')).toEqual([])
  })

  it('name the panes in the order of their digits', () => {
    const names = Object.values(panes)
      .toSorted((one, other) => one.digit - other.digit)
      .map(({ name }) => name)
    expect(everywhere.find(({ key }) => key.startsWith('`1`'))?.does).toBe(`to a pane: ${names.join(', ')}`)
  })

  it.each([
    ['a row of the alerts', 'row'],
    ['the list of alerts', 'list'],
    ['a role', 'role'],
    ['a timeline line', 'line'],
  ] as const)('are those of %s', (on, group) => {
    const known = rowKeys.filter(key => key.group === group).map(({ key }) => key)
    expect([...(onRows.get(on) ?? [])].sort()).toEqual(known.sort())
  })
})

it('the sheet of keys has every key that a row of the alerts takes', () => {
  const taken = [...Object.keys(pageAsks), GROUP_KEY, DETAILS_KEY, HIDE_KEY, LET_IN_KEY, LINK_ALL_KEY]
  const listed = rowKeys.filter(({ pane }) => pane === 'alerts').map(({ key }) => key)
  expect(taken.filter(key => !listed.includes(key))).toEqual([])
})
