import { describe, expect, it } from 'vitest'
import { joinedReasons, problemPart, wordedProblem, wordedReason } from '../../../src/shared/contract/coded-reason'
import { codeText } from '../../../src/shared/contract/coded-text'
import type { FaultValue } from '../../../src/shared/contract/fault-codes'
import * as english from '../../../src/shared/texts/english'
import { fileFaultTexts } from '../../../src/shared/texts/english/file-faults'
import { panelFaultTexts } from '../../../src/shared/texts/english/panel-faults'
import { readingFaultTexts } from '../../../src/shared/texts/english/reading-faults'
import { vendorFaultTexts } from '../../../src/shared/texts/english/vendor-faults'

const cut: FaultValue = { code: 'list-cut', values: { read: 1_000, what: { code: 'list-alerts' } } }

/** As a page says it whose catalogue lacks these. */
function saidWithout(reason: FaultValue, ...lacking: readonly string[]): string {
  const texts = Object.fromEntries(Object.entries(english.faults).filter(([code]) => !lacking.includes(code)))
  const { reason: message, code, values } = wordedReason(reason)
  return codeText({ code, values, message }, texts as typeof english.faults)
}

describe('[FA3] a reason', () => {
  it('comes in English and as a code with values; a vendor’s own words come alone', () => {
    expect(wordedReason(cut)).toEqual({
      reason: 'only the first 1,000 alerts were read: there are more',
      ...(cut as object),
    })
    expect(wordedReason('rate limit reached')).toEqual({ reason: 'rate limit reached' })
    expect(wordedProblem('')).toEqual({ problem: '' })
  })

  it('of several parts is one, each part once and without the empty ones', () => {
    const all = joinedReasons([cut, '', 'no such page', cut, { code: 'rules-cut' }])
    expect(wordedReason(all).reason).toBe(
      'only the first 1,000 alerts were read: there are more; no such page; only a part of the rules was returned: something in between limits the response',
    )
    expect(joinedReasons(['', ''])).toBe('')
    expect(joinedReasons([problemPart(wordedProblem(all)), 'x'])).toEqual({
      code: 'first-and-next',
      values: { first: all, next: 'x' },
    })
  })

  it('is said in the engine’s English by a page that lacks its code, or one within it', () => {
    const { reason } = wordedReason(cut)
    expect(saidWithout(cut)).toBe(reason)
    expect(saidWithout(cut, 'list-cut')).toBe(reason)
    expect(saidWithout(cut, 'list-alerts')).toBe(reason)
  })

  it('has a code that no other file of the catalogue has', () => {
    const files = [fileFaultTexts, panelFaultTexts, readingFaultTexts, vendorFaultTexts].flatMap(Object.keys)
    expect(files.filter((code, at) => files.indexOf(code) !== at)).toEqual([])
  })
})
