import { expect, it } from 'vitest'
import { watchDeadlines } from '../../../src/main/engine/clock/deadline-watch'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { HOUR } from '../../../src/shared/lib/time'
import { ada, declared, minute, recordOf } from '../../support/folded-incident'
import { handClock } from '../../support/hand-clock'
import { shippedView } from '../../support/shipped-method'

const adopted = kinds['method-adopted'].draft(
  { name: 'M', version: 'v', from: null, rules: shippedView.adoptable.rules },
  minute(0),
  ada,
)
const told = (name: string, promise: number): EventDraft =>
  kinds['audience-told'].draft(
    { audience: `named:${name}`, how: 'call', what: 'what we know', promise: minute(promise) },
    minute(2),
    ada,
  )

/** What the system calls out in the hours after these. */
function calledAfter(...drafts: readonly EventDraft[]): readonly (readonly [string, number])[] {
  const { incident } = recordOf([declared({ severity: 'SEV-1' }), adopted, ...drafts])
  const clock = handClock(minute(3))
  const calls: (readonly [string, number])[] = []
  const watch = watchDeadlines(clock, title => calls.push([title, (clock.now() - minute(0)) / 60_000]))
  watch.watch(incident)
  clock.advance(3 * HOUR)
  watch.stop()
  return calls.filter(([title]) => title.startsWith('Internal'))
}

it('[AU8] six audiences of a SEV-1 that nobody has told yet ring for nobody', () => {
  expect(calledAfter()).toEqual([])
})

it('[AU8] audiences that are due at once are called out together, by name; the others by themselves', () => {
  expect(
    calledAfter(told('Support', 30), told('Leadership', 30), told('Legal and PR', 45)).map(([title]) => title),
  ).toEqual(['Internal update due: Support, Leadership', 'Internal update due: Legal and PR'])
})
