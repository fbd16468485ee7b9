import { describe, expect, it } from 'vitest'
import { alertTest, groupTest, isNarrower, readFilter } from '../../../src/renderer/features/alerts/alert-filter'
import type { ListedAlert } from '../../../src/shared/contract/alert-list'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'
import { cannedAlerts } from '../../support/canned-groups'

const { alerts } = cannedBoard(Date.UTC(2026, 10, 20, 12))
const quiet: ListedAlert = {
  ...(alerts[4] as ListedAlert),
  ...{ id: 'am/W1', connection: 'am' as ConnectionId, externalId: 'W1', title: 'Watchdog', cause: 'Watchdog' },
}
const rows: readonly ListedAlert[] = [...alerts, quiet]

function found(text: string): readonly string[] {
  const fits = alertTest(readFilter(text), {
    sourceOf: ({ connection }) => (connection === 'am' ? 'Alertmanager EU' : 'PagerDuty'),
    isLinked: ({ externalId }) => externalId === 'Q2',
    isLabelled: ({ externalId }, word) => externalId === 'W1' && word === 'env=prod',
  })
  return rows.filter(fits).map(({ externalId }) => externalId)
}

describe('[AL7] a filter', () => {
  it.each([
    ['', 6],
    ['payments', 5],
    ['PAYMENTS pool', 1],
    ['"card payment, eu"', 1],
    ['service:payments-api', 2],
    ['severity:crit', 2],
    ['sev:crit -pool', 1],
    ['state:ack', 1],
    ['-state:firing', 1],
    ['source:eu', 1],
    ['source:pager', 5],
    ['is:page', 4],
    ['is:alert', 2],
    ['is:linked', 1],
    ['cause:watch', 1],
    ['eu', 2],
    ['env=prod', 1],
    ['-env=prod', 5],
    ['service:', 6],
    ['state:ack service:', 1],
    ['no:field', 0],
  ])('%j finds %i', (text, count) => {
    expect(found(text)).toHaveLength(count)
  })

  it.each([
    ['pay', 'payments'],
    ['payments', 'payments pool'],
    ['sev:crit pa', 'sev:crit payments -pool'],
    ['-pool state:a', '-pool state:ack'],
  ])('%j goes on as %j, and finds the same in what was found', (before, now) => {
    expect(isNarrower(readFilter(before), readFilter(now))).toBe(true)
    expect(found(before)).toEqual(expect.arrayContaining([...found(now)]))
  })

  it.each([
    ['payments', 'pay'],
    ['-po', '-pool'],
    ['pool', 'pond'],
    ['is:l', 'is:link'],
    ['sev:-', 'sev:-1'],
    ['pool', '-pool'],
    ['dog', 'is:hidden dog'],
    ['pa pool', 'pa'],
  ])('%j does not go on as %j', (before, now) => {
    expect(isNarrower(readFilter(before), readFilter(now))).toBe(false)
  })

  it('shows what is hidden only where that is asked for', () => {
    for (const text of ['is:suppressed dog', 'is:hidden dog'])
      expect(readFilter(text)).toMatchObject({ hidden: true, terms: [{ value: 'dog' }] })
    expect(readFilter('dog').hidden).toBe(false)
  })
})

describe('[AL7] a filter on groups', () => {
  const { groups } = cannedAlerts(alerts)
  const foundGroups = (text: string) => {
    const fits = groupTest(readFilter(text), ({ id }, word) => id === 'service:synthetics' && word === 'env=prod')
    return fits && groups.filter(fits).map(({ id }) => id)
  }
  it('asks what groups tell of themselves', () => {
    expect(foundGroups('synthetics')).toEqual(['service:synthetics'])
    expect(foundGroups('sev:crit')).toHaveLength(2)
    expect(foundGroups('env=prod')).toEqual(['service:synthetics'])
    expect(foundGroups('state:ack')).toEqual(['service:synthetics'])
  })
  it('leaves to single alerts what groups do not tell', () => {
    for (const text of ['source:pager', 'is:page', 'is:hidden', 'cause:x']) expect(foundGroups(text)).toBeUndefined()
  })
})
