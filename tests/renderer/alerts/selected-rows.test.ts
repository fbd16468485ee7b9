import { describe, expect, it } from 'vitest'
import { leftOutText, planAcknowledging, servicesText } from '../../../src/renderer/features/alerts/bulk'
import { noneSelected, withStretch, withToggled } from '../../../src/renderer/features/alerts/use-selected-rows'
import { newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import { cannedBoard } from '../../support/canned-board'

const order = ['a', 'b', 'c', 'd', 'e']

describe('[AL8] selecting rows', () => {
  it('takes a row and gives it back', () => {
    const one = withToggled(noneSelected, 'b')
    expect([...one.ids]).toEqual(['b'])
    expect(withToggled(one, 'b').ids.size).toBe(0)
  })
  it('draws a stretch from where it began, and gives up what it goes back over', () => {
    let selected = withToggled(noneSelected, 'b')
    selected = withStretch(selected, order, 1, 2)
    selected = withStretch(selected, order, 2, 3)
    expect([...selected.ids].sort()).toEqual(['b', 'c', 'd'])
    selected = withStretch(selected, order, 3, 2)
    expect([...selected.ids].sort()).toEqual(['b', 'c'])
    selected = withStretch(selected, order, 2, 0)
    expect([...selected.ids].sort()).toEqual(['a', 'b'])
  })
  it('keeps what was selected elsewhere', () => {
    const far = withToggled(withToggled(noneSelected, 'e'), 'a')
    expect([...withStretch(far, order, 0, 1).ids].sort()).toEqual(['a', 'b', 'e'])
  })
})

describe('[AL8] acknowledging what is selected', () => {
  const { alerts } = cannedBoard(Date.UTC(2026, 10, 20, 12))
  it('asks once for each page that waits, and leaves out the rest with the reason', () => {
    const plan = planAcknowledging(alerts, [])
    expect(plan.steps.map(({ row }) => row.externalId)).toEqual(['Q1', 'Q2', 'Q3'])
    expect(new Set(plan.steps.map(({ act }) => act)).size).toBe(3)
    expect(leftOutText(plan)).toBe('1 already acknowledged, 1 not from PagerDuty')
  })
  it('names how many pages of which services, most of them first', () => {
    const pages = ['a', 'b', 'b', 'c', 'd', 'e', 'f', null].map((service, at) => {
      const pattern = alerts[0]
      if (pattern === undefined) throw new Error('The board has no alert')
      return { ...pattern, id: `pd/${at}`, externalId: `${at}`, service, state: 'firing' } as const
    })
    const { steps } = planAcknowledging(pages, [], 3)
    expect(servicesText(steps)).toBe('b 2, a 1, c 1, d 1, e 1, 2 more services')
    expect(planAcknowledging(pages, [], 3).notPages).toBe(3)
  })
  it('asks not again for what is on its way', () => {
    const [step] = planAcknowledging(alerts, []).steps
    const acts = step ? [{ id: newId<OutboxItemId>(), what: step.what, standing: { state: 'waiting' } as const }] : []
    expect(planAcknowledging(alerts, acts).steps.map(({ row }) => row.externalId)).toEqual(['Q2', 'Q3'])
  })
})
