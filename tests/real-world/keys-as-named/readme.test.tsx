import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keymap } from '../../../src/renderer/commands/keymap'
import { rowKeys } from '../../../src/renderer/commands/row-keys'
import { panes } from '../../../src/renderer/ui/panes'

const path = join(import.meta.dirname, '../../../README.md')
const [begin, end] = ['<!-- keys -->\n', '<!-- end of keys -->\n']

const rows = [
  ['a row of the alerts', 'row'],
  ['the list of alerts', 'list'],
  ['a role', 'role'],
  ['a timeline line', 'line'],
  ['the strategy board', 'board'],
] as const

const cell = (key: string) => `\`${key}\``
const inSentence = (does: string) => does.slice(0, 1).toLowerCase() + does.slice(1)

/** The README's tables, as the commands have them. */
function keysInWords(): string {
  const names = Object.values(panes).map(({ name }) => name)
  const everywhere = [
    ...keymap.filter(({ goes }) => !('pane' in goes)).map(({ key, does }) => `${cell(key)} | ${inSentence(does)}`),
    `${cell('1')} to ${cell(String(names.length))} | to a pane: ${names.join(', ')}`,
    `${cell('Esc')} | one step back, also from the wall`,
  ]
  const half = Math.ceil(everywhere.length / 2)
  const lines = everywhere.slice(0, half).map((left, at) => `| ${left} | ${everywhere[half + at] ?? ' | '} |`)
  const onRows = rows.map(([on, group]) => {
    const told = rowKeys.filter(key => key.group === group).map(({ key, does }) => `${cell(key)} ${inSentence(does)}`)
    return `| ${on} | ${told.join('; ')} |`
  })
  return [
    ...['| key | does | key | does |', '|---|---|---|---|', ...lines, ''],
    'What has the focus comes first, so on a row some letters mean something else than above:',
    ...['', '| on | keys |', '|---|---|', ...onRows, ''],
  ].join('\n')
}

it('the README has the keys as the commands have them (with -u it is written anew)', async () => {
  const readme = readFileSync(path, 'utf8')
  const [from, to] = [readme.indexOf(begin) + begin.length, readme.indexOf(end)]
  expect(from).toBeGreaterThan(begin.length)
  expect(to).toBeGreaterThanOrEqual(from)
  await expect(readme.slice(0, from) + keysInWords() + readme.slice(to)).toMatchFileSnapshot(path)
})

it('the digits of the panes go from 1 on in the order of their names there', () => {
  expect(Object.values(panes).map(({ digit }) => digit)).toEqual(Object.keys(panes).map((_, at) => at + 1))
})
