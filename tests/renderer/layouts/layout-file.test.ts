import { describe, expect, it } from 'vitest'
import { layoutFile, readLayoutFile, readTree } from '../../../src/renderer/app/layouts/layout-file'
import { renameLayout, withLayout } from '../../../src/renderer/app/layouts/named-layouts'
import { readyMade } from '../../../src/renderer/app/layouts/ready-made'

const { tree } = readyMade.scribe
const night = { name: 'Night', tree }
const written = layoutFile(night)
const file = (change: object) => JSON.stringify({ ...JSON.parse(written), ...change })
const deep = (levels: number): unknown =>
  levels === 0
    ? { kind: 'stack', panes: ['roles'], front: 'roles' }
    : {
        kind: 'split',
        along: 'row',
        parts: [
          { share: 1, of: deep(levels - 1) },
          { share: 1, of: deep(0) },
        ],
      }

describe('a layout’s file', () => {
  it.each(Object.values(readyMade))('comes back as it went out: $name', ({ name, tree }) => {
    expect(readLayoutFile(layoutFile({ name, tree }))).toEqual({ ok: true, value: { name, tree } })
  })

  it.each([
    ['nothing', '', 'not JSON'],
    ['half of it', written.slice(0, 90), 'not JSON'],
    ['another JSON', '{"panels":[]}', 'not a Quarterdeck layout'],
    ['a list', '[]', 'not a Quarterdeck layout'],
    ['null', 'null', 'not a Quarterdeck layout'],
    ['a newer one', file({ quarterdeckLayout: 2 }), 'newer Quarterdeck'],
    ['one without a name', file({ name: '  ' }), 'name is missing'],
    ['one with a name for a page', file({ name: 'x'.repeat(61) }), 'too long'],
    ['one with more in it', file({ script: 'x' }), 'something was added'],
    ['one with a word for a tree', file({ tree: 'wide' }), 'has no places for panes'],
    ['one with an unknown pane', file({ tree: { kind: 'stack', panes: ['jokes'], front: 'jokes' } }), 'has no places'],
    ['one of nothing', file({ tree: { kind: 'stack', panes: [], front: 'roles' } }), 'has no places'],
    ['one with a pane twice', file({ tree: deep(1) }), '“Roles” is in it twice'],
    ['one too deep', file({ tree: deep(40) }), 'too deep'],
    ['a share of nothing', file({ tree: shares(0) }), 'has no places'],
    ['a share without end', file({ tree: shares(1e9) }), 'has no places'],
  ])('[LO8] refuses %s, and says why', (_what, text, why) => {
    const read = readLayoutFile(text)
    expect(read).toMatchObject({ ok: false })
    expect(!read.ok && read.fault).toContain(why)
  })

  it('[LO8] mends what can only be meant in one way', () => {
    expect(readTree({ kind: 'stack', panes: ['roles', 'comms'], front: 'alerts' })).toMatchObject({
      value: { front: 'roles' },
    })
  })
})

describe('named layouts', () => {
  it('[LO9] replaces one of the same name, and leaves the ready-made alone', () => {
    const one = withLayout([], night)
    expect(one).toMatchObject({ ok: true, value: [night] })
    const again = withLayout([night], { name: ' night ', tree: readyMade.ic.tree })
    expect(again).toEqual({ ok: true, value: [{ name: 'night', tree: readyMade.ic.tree }] })
    expect(withLayout([], { name: 'SCRIBE', tree })).toMatchObject({ ok: false })
    expect(withLayout([], { name: ' ', tree })).toMatchObject({ ok: false })
  })

  it('[LO9] renames to a free name only', () => {
    const list = [night, { name: 'Day', tree }]
    expect(renameLayout(list, 'Day', 'night')).toMatchObject({ ok: false })
    expect(renameLayout(list, 'Day', 'day')).toMatchObject({ ok: true, value: [night, { name: 'day' }] })
  })
})

function shares(share: number): unknown {
  const of = { kind: 'stack', panes: ['roles'], front: 'roles' }
  const other = { kind: 'stack', panes: ['comms'], front: 'comms' }
  return {
    kind: 'split',
    along: 'row',
    parts: [
      { share, of },
      { share: 1, of: other },
    ],
  }
}
