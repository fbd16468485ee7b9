import { describe, expect, it } from 'vitest'
import { readLead } from '../../../src/renderer/features/timeline/lead-grammar'
import { readLine } from '../../../src/renderer/features/timeline/line-grammar'
import { nothingToName } from '../../../src/renderer/features/timeline/strategy-grammar'
import { utcRowClock } from '../../../src/renderer/ui/row-clock'
import type { TeamId } from '../../../src/shared/domain/ids'

const team = (name: string) => ({ id: name as TeamId, name })
const teams = ['Payments', 'Payments EU', 'db (replicas)', 'Команда А'].map(team)

describe('[RC7] a report of a sub-team', () => {
  it.each([
    ['Payments: replicas restored', 'Payments', 'replicas restored'],
    ['payments replicas restored', 'Payments', 'replicas restored'],
    ['payments-eu: lag falls', 'Payments EU', 'lag falls'],
    ['Payments EU lag falls', 'Payments EU', 'lag falls'],
    ['payments', 'Payments', ''],
    ['payments :', 'Payments', ''],
    ['DB (replicas)： все хорошо', 'db (replicas)', 'все хорошо'],
    ['команда а: готово', 'Команда А', 'готово'],
    ['payments: 14:05 again', 'Payments', '14:05 again'],
  ])('%s', (typed, name, text) => {
    expect(readLead(typed, teams)).toEqual({ team: team(name), text })
  })

  it('names none by half a word, and none that is not there', () => {
    for (const typed of ['paymentsteam: x', 'pay: x', 'search: x', ''])
      expect(readLead(typed, teams)).toEqual({ team: null, text: typed })
  })

  it('needs no name where there is one team only', () => {
    const [only] = teams
    expect(readLead('replicas restored', only === undefined ? [] : [only])).toEqual({
      team: only,
      text: 'replicas restored',
    })
    expect(readLead('replicas restored', [])).toEqual({ team: null, text: 'replicas restored' })
  })

  it('is a line that says so, or only a line where it names no team', () => {
    const read = (typed: string) => readLine(typed, 0, utcRowClock, { ...nothingToName, teams })
    expect(read('!lead payments: replicas restored')).toMatchObject({
      text: 'Payments reports: replicas restored',
      strategy: { item: { kind: 'lead', team: 'Payments', text: 'replicas restored' }, missing: null },
    })
    expect(read('!lead payments')).toMatchObject({ text: 'Payments reports nothing new' })
    expect(read('!lead search: x')).toMatchObject({ strategy: { item: null, missing: 'team' } })
    expect(read('!lead')).toMatchObject({ text: '', strategy: { item: null, missing: 'text', needs: 'lead' } })
    expect(read(`!lead payments: ${'x'.repeat(1_001)}`)).toMatchObject({ strategy: { item: null, missing: 'short' } })
  })
})
