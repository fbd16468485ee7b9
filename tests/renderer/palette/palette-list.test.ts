import { describe, expect, it } from 'vitest'
import { fitness } from '../../../src/renderer/features/palette/fuzzy'
import { found, type PaletteAct } from '../../../src/renderer/features/palette/palette-list'

const act = (name: string, key?: string): PaletteAct => ({
  id: name,
  name,
  group: '',
  run: () => undefined,
  ...(key !== undefined && { key }),
})
const acts = [
  act('Change the severity', 's'),
  act('Change the severity to SEV-1'),
  act('Change the status', 't'),
  act('Assign a role', 'a'),
  act('Switch to SEV-2 Payments fail'),
  act('Go to Alerts', '2'),
]
const names = (query: string, recent: readonly string[] = []) => found(acts, query, recent).map(({ name }) => name)

describe('[PA1] the fit of a query', () => {
  it.each([
    ['sev1', 'Change the severity to SEV-1'],
    ['pay', 'Switch to SEV-2 Payments fail'],
    ['asr', 'Assign a role'],
    ['status', 'Change the status'],
    ['ALERTS', 'Go to Alerts'],
    ['go al', 'Go to Alerts'],
  ])('%s finds “%s” first', (query, name) => {
    expect(names(query)[0]).toBe(name)
  })

  it('is none where a letter is missing, and the same for accents and their letters', () => {
    expect(fitness('xyz', 'Assign a role')).toBeUndefined()
    expect(fitness('cafe', 'Café')).toBe(fitness('cafe', 'Cafe'))
  })
})

describe('[PA2] the list', () => {
  it('has everything without a query, what was used last on top', () => {
    expect(names('')).toEqual(acts.map(({ name }) => name))
    expect(names('', ['Go to Alerts', 'Assign a role']).slice(0, 3)).toEqual([
      'Go to Alerts',
      'Assign a role',
      'Change the severity',
    ])
  })

  it('finds an act by its key', () => {
    expect(names('t')[0]).toBe('Change the status')
    expect(names('2')[0]).toBe('Go to Alerts')
  })
})

it('[PA4] puts first what acts on the rows at hand, where its name begins with the query', () => {
  const two = [act('Acknowledge the task', 'k'), { ...act('Acknowledge the PagerDuty incident', 'k'), near: true }]
  const first = (query: string) => found(two, query, [])[0]?.name
  expect(first('acknow')).toBe('Acknowledge the PagerDuty incident')
  expect(first('task')).toBe('Acknowledge the task')
})
