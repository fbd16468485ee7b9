import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { keymap } from '../../../src/renderer/commands/keymap'
import { rowKeys } from '../../../src/renderer/commands/row-keys'
import { panes } from '../../../src/renderer/ui/panes'
import { texts } from '../../../src/shared/texts/texts'

const path = join(import.meta.dirname, '../../../README.md')
const [begin, end] = ['<!-- keys -->\n', '<!-- end of keys -->\n']

const themes = ['write', 'command', 'look', 'outside', 'panes'] as const

const places = [
  ['a row of the alerts', 'row'],
  ['the list of alerts', 'list'],
  ['a role', 'role'],
  ['a timeline line', 'line'],
  ['the strategy board', 'board'],
] as const

const cell = (key: string) => `\`${key}\``
const inSentence = (does: string) => does.slice(0, 1).toLowerCase() + does.slice(1)
const { groups } = texts.keymap

/** The README's tables, as the commands have them: one row for each key, so that a new one changes no other's row. */
function keysInWords(): string {
  const onRows = places.flatMap(([on, group]) =>
    rowKeys.filter(key => key.group === group).map(({ key, does }) => `| ${on} | ${cell(key)} | ${inSentence(does)} |`),
  )
  return [
    ...themes.flatMap(theme => [`**${groups[theme]}**`, '', '| key | does |', '|---|---|', ...keysOf(theme), '']),
    'What has the focus comes first, so on a row some letters mean something else than above:',
    ...['', '| on | key | does |', '|---|---|---|', ...onRows, ''],
  ].join('\n')
}

function keysOf(theme: (typeof themes)[number]): readonly string[] {
  const own = keymap
    .filter(({ group, goes }) => group === theme && !('pane' in goes))
    .map(({ key, does }) => `| ${cell(key)} | ${inSentence(does)} |`)
  if (theme !== 'panes') return own
  const names = Object.values(panes).map(({ name }) => name)
  return [
    `| ${cell('1')} to ${cell(String(names.length))} | to a pane: ${names.join(', ')} |`,
    ...own,
    `| ${cell('Esc')} | one step back, also from the wall |`,
  ]
}

it('every command and every pane has a theme of the README', () => {
  expect([...new Set(keymap.map(({ group }) => group))].toSorted()).toEqual(themes.toSorted())
})

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
