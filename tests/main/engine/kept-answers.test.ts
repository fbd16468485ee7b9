import { describe, expect, it } from 'vitest'
import { storedAnswers } from '../../../src/main/engine/vendors/accounts/stored-answers'
import type { VendorFault } from '../../../src/shared/contract/faults'
import { fail, ok, type Reply } from '../../../src/shared/lib/reply'
import { MINUTE } from '../../../src/shared/lib/time'
import { handClock } from '../../support/hand-clock'

const down: VendorFault = { kind: 'unreachable', message: '503: our database is being moved' }

function asking(most = 10) {
  const clock = handClock()
  const asked: string[] = []
  let next: Reply<string, VendorFault> = ok('one')
  const keep = storedAnswers<string>({ clock, span: MINUTE, most })
  const ask = (key = 'k') =>
    keep(key, async () => {
      asked.push(key)
      return next
    })
  return { clock, asked, ask, answerWith: (reply: typeof next) => (next = reply) }
}

describe('[LK1] what is looked up', () => {
  it('is kept for a while and told with its age, then asked for anew', async () => {
    const { clock, asked, ask, answerWith } = asking()
    const first = clock.now()
    expect(await ask()).toEqual(ok({ value: 'one', readAt: first, stale: '' }))
    answerWith(ok('two'))
    clock.advance(MINUTE - 1)
    expect(await ask()).toEqual(ok({ value: 'one', readAt: first, stale: '' }))
    clock.advance(1)
    expect(await ask()).toEqual(ok({ value: 'two', readAt: first + MINUTE, stale: '' }))
    expect(asked).toHaveLength(2)
  })

  it('stands with its age and the vendor’s words when the vendor fails; with nothing kept those are the fault', async () => {
    const { clock, ask, answerWith } = asking()
    const readAt = clock.now()
    await ask()
    answerWith(fail(down))
    clock.advance(MINUTE)
    expect(await ask()).toEqual(ok({ value: 'one', readAt, stale: down.message }))
    expect(await ask('other')).toEqual(fail(down))
  })

  it('is one question for two who ask at once, and the oldest is forgotten beyond the most', async () => {
    const { asked, ask } = asking(2)
    await Promise.all([ask('a'), ask('a')])
    expect(asked).toEqual(['a'])
    for (const key of ['b', 'c', 'a']) await ask(key)
    expect(asked).toEqual(['a', 'b', 'c', 'a'])
  })
})
