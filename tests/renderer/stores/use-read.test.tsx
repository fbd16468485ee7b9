import '../../support/browser-gaps'
import { cleanup, render, screen } from '@testing-library/react'
import { act, StrictMode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { CockpitProvider, createCockpit } from '../../../src/renderer/stores/cockpit'
import { useRead } from '../../../src/renderer/stores/use-read'
import { ok } from '../../../src/shared/lib/reply'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'

afterEach(cleanup)

/** An engine whose answers come when the test says so, each with the number of its question. */
function slowEngine() {
  const link = createFakeLink({ now: Date.now, board: cannedBoard(Date.now()) })
  const waiting: ((value: unknown) => void)[] = []
  const call = (name: string, input: never) =>
    name === 'comms:templates' ? new Promise(done => waiting.push(done)) : link.call(name as never, input)
  const answer = (question: number) =>
    act(async () =>
      waiting[question]?.(ok([{ name: `answer ${question}`, title: '', stage: 'initial', audience: 'customers' }])),
    )
  return { link: { ...link, call } as typeof link, answer, asked: () => waiting.length }
}

function Shown({ renewal }: { readonly renewal: number }) {
  const { latest, isReading } = useRead('comms:templates', nothing, renewal)
  return <output>{`${latest?.[0]?.name ?? 'none'} ${isReading ? 'reading' : 'read'}`}</output>
}

const nothing = {}
const seen = () => screen.getByRole('status').textContent

describe('[RF1] what is read again every few seconds', () => {
  it('is shown when its answer takes longer than that, and a late one never replaces a newer one', async () => {
    const { link, answer, asked } = slowEngine()
    const cockpit = createCockpit(link)
    const page = (renewal: number) => (
      <CockpitProvider cockpit={cockpit}>
        <Shown renewal={renewal} />
      </CockpitProvider>
    )
    const { rerender } = render(page(0))
    rerender(page(1))
    rerender(page(2))
    expect(asked()).toBe(3)
    await answer(0)
    expect(seen()).toBe('answer 0 reading')
    await answer(2)
    expect(seen()).toBe('answer 2 read')
    await answer(1)
    expect(seen()).toBe('answer 2 read')
  })

  it('is shown where effects run twice', async () => {
    const { link, answer, asked } = slowEngine()
    render(
      <StrictMode>
        <CockpitProvider cockpit={createCockpit(link)}>
          <Shown renewal={0} />
        </CockpitProvider>
      </StrictMode>,
    )
    await answer(asked() - 1)
    expect(seen()).toBe(`answer ${asked() - 1} read`)
  })
})
