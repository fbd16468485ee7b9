import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openPlaybooks } from '../../../src/main/engine/method/playbook-store'
import { playbookFile } from '../../../src/shared/domain/method/playbook-file'
import { roles } from '../../../src/shared/domain/people'
import { scratchFolder } from '../../support/folders'
import { keptLogger } from '../../support/kept-logger'
import { SHIPPED_METHOD, shippedPlaybooks } from '../../support/shipped-method'

const SHIPPED = join(SHIPPED_METHOD, 'playbooks')

function opened() {
  const folder = join(scratchFolder(), 'playbooks')
  mkdirSync(folder)
  const logger = keptLogger()
  const store = openPlaybooks(SHIPPED, folder, logger)
  const write = (name: string, text: string) => writeFileSync(join(folder, name), text)
  const keys = () => store.current().playbooks.map(({ key, from }) => `${key} ${from}`)
  return { folder, logger, store, write, keys }
}

const short = (title: string) =>
  `title: ${title}\nabout: For us\noffered: { words: [cash desk] }\nphases:\n  - { id: one, text: First, items: [{ id: call, text: Call them }] }\n`

describe('[PB1] the playbooks that ship', () => {
  it('are one for each severity that has responders, and one for each kind that goes beside it', () => {
    expect(shippedPlaybooks.map(({ key }) => key)).toEqual([
      ...['data-loss', 'security', 'sev-1', 'sev-2', 'sev-3', 'third-party'],
    ])
  })

  it('give each role something to do in a SEV-1, and tick by the record what it can show', () => {
    const items = shippedPlaybooks.find(({ key }) => key === 'sev-1')?.phases.flatMap(phase => phase.items) ?? []
    expect(new Set(items.map(({ role }) => role))).toEqual(new Set(roles))
    expect(items.filter(({ by }) => by !== undefined).length).toBeGreaterThan(items.length / 3)
  })
})

describe('[PB1] a team’s own', () => {
  it('replace ours of the same name, stand beside them by another, and are gone when their file is', () => {
    const { keys, write, folder } = opened()
    const before = keys()
    write('sev-1.yaml', short('Ours'))
    write('cash-desk.yaml', short('Cash desk'))
    write('notes.txt', 'not a playbook')
    expect(keys()).toContain('cash-desk team')
    expect(keys()).toContain('sev-1 team')
    expect(keys()).toHaveLength(before.length + 1)
    rmSync(join(folder, 'sev-1.yaml'))
    rmSync(join(folder, 'cash-desk.yaml'))
    expect(keys()).toEqual(before)
  })

  it('[MD2] one that is broken is named with its place, and costs nothing but itself', () => {
    const { store, write, keys, logger } = opened()
    write('cash-desk.yaml', short('Cash desk'))
    const before = keys()
    write('cash-desk.yaml', short('Cash desk').replace('id: call', 'idd: call'))
    write('new.yaml', 'title: x\n')
    expect(keys()).toEqual(before)
    const { problems } = store.current()
    expect(problems.map(({ message }) => message.replace(/^.*\//, ''))).toEqual([
      expect.stringMatching(/^cash-desk\.yaml, line 5, column \d+: .*idd/),
      expect.stringMatching(/^new\.yaml, line 1, column 1: /),
    ])
    const warned = logger.lines.filter(line => line.includes('A playbook is not used'))
    store.current()
    expect(logger.lines.filter(line => line.includes('A playbook is not used'))).toEqual(warned)
  })

  it('is refused where the log could not tell two items apart, or nobody would be offered it', () => {
    const item = { id: 'same', text: 'x' }
    const phase = (id: string) => ({ id, text: id, items: [item] })
    const file = { title: 'x', about: 'x', offered: { severities: ['SEV-1'] }, phases: [phase('a'), phase('b')] }
    expect(playbookFile.safeParse(file).error?.issues).toMatchObject([
      { message: 'input-there-twice', path: ['phases', 1, 'items', 0, 'id'] },
    ])
    const never = { ...file, offered: {}, phases: [phase('a')] }
    expect(playbookFile.safeParse(never).error?.issues).toMatchObject([
      { message: 'input-never-offered', path: ['offered'] },
    ])
  })
})
