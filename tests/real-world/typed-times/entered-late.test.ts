import { expect, it } from 'vitest'
import { type EntryId, newId } from '../../../src/shared/domain/ids'
import { SECOND } from '../../../src/shared/lib/time'
import { type Bench, commandBench } from '../../support/engine-parts'
import { scratchFolder } from '../../support/folders'

function declared(): Bench {
  const bench = commandBench(scratchFolder())
  bench.run('incident:declare', { title: 'Cards fail', severity: 'SEV-2', impact: '' })
  return bench
}

const line = (text: string, enteredAt?: number | null) => ({
  ...({ entry: newId<EntryId>(), kind: 'note', text, occurredAt: null, pinned: false } as const),
  ...(enteredAt !== undefined && { enteredAt }),
})

const typed = ({ ledger, incident }: Bench) =>
  (ledger.record(incident)?.timeline() ?? []).filter(({ automatic }) => !automatic)

it('[TL10] lines that waited for the engine have the time of Enter and come before those entered after them', () => {
  const bench = declared()
  const began = bench.clock.now()
  const all = Array.from({ length: 25 }, (_, number) => line(`line ${number + 1}`, began + 100 * number))
  for (const one of all.slice(0, 9)) bench.run('timeline:append', one)
  bench.clock.advance(20 * SECOND)
  // Those that were entered once the engine was back arrive first.
  for (const one of [...all.slice(16), ...all.slice(9, 16)]) bench.run('timeline:append', one)
  expect(typed(bench).map(({ text }) => text)).toEqual(all.map(({ text }) => text))
  expect(typed(bench).slice(9, 16)).toEqual(
    all
      .slice(9, 16)
      .map(({ enteredAt }) => expect.objectContaining({ occurredAt: enteredAt, recordedAt: began + 20 * SECOND })),
  )
})

it('[TL10] no line is dated later than it arrives, and the order of arrival is kept among those', () => {
  const bench = declared()
  const ahead = bench.clock.now() + 20 * SECOND
  for (const text of ['one', 'two', 'three']) bench.run('timeline:append', line(text, ahead))
  expect(typed(bench)).toMatchObject(['one', 'two', 'three'].map(text => ({ text, occurredAt: bench.clock.now() })))
})

it.each([undefined, null])('[TL10] a line that does not say when it was entered is dated when it arrives: %s', at => {
  const bench = declared()
  bench.run('timeline:append', line('Pool is full', at))
  expect(typed(bench)).toMatchObject([{ occurredAt: bench.clock.now() }])
})
