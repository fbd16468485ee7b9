import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readRunbook } from '../../../src/main/engine/runbooks/read-runbook'
import { codedPart } from '../../../src/shared/contract/coded-text'

const folder = join(import.meta.dirname, '../../fixtures/runbooks')

/** File, its title, how many steps, commands and ticks it has, and what is not understood. */
const expected: readonly (readonly [string, string, number, number, number, readonly string[]])[] = [
  ['01-disk-full.md', 'Disk almost full', 2, 2, 1, []],
  ['02-no-front-matter.md', 'Restart the importer', 1, 1, 0, []],
  [
    ...(['03-wiki-export.md', 'Queue backlog', 2, 0, 2] as const),
    ['3:1 service: is not a known field', '4:1 team: is not a known field', '5:1 on-call: is not a known field'],
  ],
  ['04-table.md', 'Error codes of the gateway', 2, 1, 0, ['3:1 a table is shown as text']],
  ['05-html.md', 'Certificate expires', 2, 1, 0, ['3:1 HTML is shown as text', '11:1 HTML is shown as text']],
  ['06-runme.md', 'Deploy preview', 1, 2, 0, ['2:1 runme: is not a known field']],
  [
    ...(['07-old-runme.md', 'Start the stack', 1, 1, 0] as const),
    ["3:9 what follows the language is not JSON: Expected property name or '}'"],
  ],
  [
    ...(['08-wrong-json.md', 'Clear the cache', 1, 1, 0] as const),
    ["3:7 what follows the language is not JSON: Unexpected token 'c'"],
  ],
  [
    ...(['09-wrong-kind.md', 'Clear the queue', 1, 1, 0] as const),
    ['3:23 qd-kind: must be one of: check, step, rollback, wait', '3:43 qd-risk: is not a known field'],
  ],
  [
    ...(['10-wrong-head.md', 'Fail over the database', 1, 1, 0] as const),
    [
      '3:11 severity: must be SEV-1 to SEV-4',
      '4:10 updated: must be a day, such as 2026-11-30',
      '5:10 timeout: must be a number with s, m or h, such as 10m',
      '6:7 risk: must be one of: low, medium, high',
      '8:13 inputs[0].name: must be capital letters A–Z, digits and _',
    ],
  ],
  [
    ...(['11-broken-yaml.md', 'Rotate keys', 1, 1, 0] as const),
    ['3:11 Flow sequence in block collection must be sufficiently indented and end with a ]'],
  ],
  [
    ...(['12-toml.md', 'Rebuild the index', 1, 1, 0] as const),
    ['1:1 a front matter in TOML (+++) is not read: write YAML between two lines of ---'],
  ],
  ['13-open-front.md', '13-open-front.md', 2, 0, 1, ['1:1 the front matter has no second line of ---']],
  ['14-nested-lists.md', 'Login fails', 1, 0, 3, []],
  ['15-quote.md', 'Payment provider down', 1, 1, 1, []],
  [
    ...(['16-images.md', 'Read the dashboard', 1, 0, 0] as const),
    ['3:1 a picture is not shown, only its words', '5:1 is no link here: file:///etc/passwd is not http or https'],
  ],
  ['17-crlf.md', 'From Windows', 1, 0, 2, []],
  ['18-bom.md', 'With a mark', 1, 0, 1, []],
  ['19-queries.md', 'Slow checkout', 1, 3, 0, []],
  ['20-configuration.md', 'Raise the limits', 1, 0, 0, []],
  ['21-duplicate-names.md', 'Twice', 1, 2, 0, ['7:1 there is a command “restart” before it']],
  ['22-empty-command.md', 'To be written', 1, 0, 0, ['3:1 a command without text']],
  ['23-emphasis.md', 'Bold and code in a heading', 1, 0, 0, []],
  ['24-tilde-fence.md', 'Kafka lag', 1, 1, 0, []],
  ['25-unclosed-fence.md', 'Unfinished', 1, 1, 0, []],
  ['26-japanese.md', '決済エラー', 1, 1, 1, []],
  ['27-long-shell.md', 'Drain a node', 1, 2, 0, []],
  [
    ...(['28-anchor.md', 'Shared', 0, 0, 0] as const),
    ['2:11 uses an anchor or an alias (& or *): write the value out'],
  ],
  ['29-single-words.md', 'API down', 2, 1, 0, []],
  ['30-definitions.md', 'Links elsewhere', 1, 0, 0, []],
]

describe('runbooks as teams have them', () => {
  it('[RN2] reads each of thirty, or says what is not understood, with line and column', () => {
    const found = readdirSync(folder).map(file => {
      const { runbook, flaws } = read(readFileSync(join(folder, file), 'utf8'), file)
      const parts = runbook.steps.flatMap(step => step.parts)
      const commands = parts.filter(({ kind }) => kind === 'command').length
      const ticks = parts.filter(part => part.kind === 'item' && part.done !== null).length
      const said = flaws.map(({ line, column, flaw }) => `${line}:${column} ${codedPart(flaw).message}`)
      return [file, runbook.head.title, runbook.steps.length, commands, ticks, said]
    })
    expect(found).toEqual(expected)
    expect(found).toHaveLength(30)
  })

  it('[RN2] keeps the fields that are right beside those that are not', () => {
    const { runbook } = read(fixture('10-wrong-head.md'), 'x')
    expect(runbook.head).toMatchObject({ title: 'Fail over the database', severity: [], timeout: null, inputs: [] })
    expect(read(fixture('29-single-words.md'), 'x').runbook.head).toEqual({
      ...{ title: 'API down', services: ['api'], alerts: ['ApiDown'], severity: ['SEV-1'], owner: 'platform' },
      ...{ updated: null, inputs: [], risk: 'high', approval: 'second-person', timeout: 600_000 },
      lastTested: '2026-10-01',
    })
  })

  it('[RN3] reads a command with what its attribute says, at its line', () => {
    const parts = read(fixture('27-long-shell.md'), 'x').runbook.steps[0]?.parts
    expect(parts).toEqual([
      {
        ...{ kind: 'command', line: 3, language: 'sh', name: 'drain', does: 'step', expect: null },
        dry: 'kubectl drain $NODE --ignore-daemonsets --dry-run=server',
        text: 'kubectl drain $NODE \\\n  --ignore-daemonsets \\\n  --delete-emptydir-data',
      },
      {
        ...{ kind: 'command', line: 9, language: 'sh', name: 'uncordon', does: 'rollback', expect: null, dry: null },
        text: 'kubectl uncordon $NODE',
      },
    ])
  })

  it('[RN3] reads ticks in lists in lists, and numbers as they are counted', () => {
    const parts = read(fixture('14-nested-lists.md'), 'x').runbook.steps[0]?.parts
    expect(parts?.map(part => part.kind === 'item' && [part.depth, part.number, part.done, part.line])).toEqual([
      [1, 1, null, 3],
      [2, null, false, 4],
      [2, null, false, 5],
      [3, null, false, 6],
      [1, 2, null, 7],
      [1, 3, null, 8],
    ])
  })

  it('[RN4] makes links of web addresses only, and text of HTML; comments are left out', () => {
    const spans = read(fixture('16-images.md'), 'x').runbook.steps[0]?.parts.flatMap(spansIn)
    expect(spans).toEqual([
      { text: 'The dashboard' },
      { text: 'Open ' },
      { text: 'the panel', url: 'https://grafana.example.com/d/abc' },
      { text: ' or the file.' },
    ])
    const html = JSON.stringify(read(fixture('05-html.md'), 'x').runbook)
    expect(html).toContain('<kbd>Renew</kbd>')
    expect(html).not.toContain('owner: platform')
  })
})

function spansIn(part: object): readonly object[] {
  return 'spans' in part ? (part.spans as readonly object[]) : []
}

function fixture(file: string): string {
  return readFileSync(join(folder, file), 'utf8')
}

function read(text: string, name: string) {
  const reply = readRunbook(text, name)
  if (!reply.ok) throw new Error(JSON.stringify(reply.fault))
  return reply.value
}
