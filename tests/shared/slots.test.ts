import { describe, expect, it } from 'vitest'
import { openSlots, slotFor } from '../../src/shared/domain/slots'

describe('[UP4] open slots', () => {
  it('are what a template left, each once, whatever its label is', () => {
    const label = `what customers notice, ${'in words, '.repeat(20)}⟦now⟧`
    expect(openSlots(`${slotFor('impact')} and ${slotFor('impact')}, ${slotFor(label)}`)).toEqual([
      '⟦impact⟧',
      `⟦${label.replace(/[⟦⟧]/g, '')}⟧`,
    ])
  })

  it('are never a writer’s own brackets', () => {
    for (const text of ['[EU] cards fail', '[[1]] see [status](https://example.com)', '[ ] todo', '[FIRING:1] api'])
      expect(openSlots(text), text).toEqual([])
  })

  it('stay open when half of their marks was deleted', () => {
    expect(openSlots('Since ⟦time it began\nwe')).toEqual(['⟦time it began'])
    expect(openSlots('Since noon⟧ we')).toEqual(['⟧'])
  })
})
