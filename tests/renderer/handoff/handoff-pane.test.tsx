import { fireEvent, screen, waitFor } from '@testing-library/react'
import { act, Profiler } from 'react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keyOf } from '../../../src/renderer/commands/command-list'
import { gapWay } from '../../../src/renderer/features/handoff/gap-key'
import { HandoffPane } from '../../../src/renderer/features/handoff/handoff-pane'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { MINUTE } from '../../../src/shared/lib/time'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'
import { emptyBoard } from '../../support/shown'

async function staged() {
  const link = createFakeLink({ now: Date.now, board: emptyBoard })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-2', impact: '' })
  const cockpit = await stage(<HandoffPane />, link)
  await screen.findByRole('button', { name: /^Write/ })
  return { link, incident, cockpit }
}

describe('what is missing', () => {
  it('is named, with what to do about it', async () => {
    const { link, incident } = await staged()
    expect(screen.getByText('No impact set')).toBeTruthy()
    expect(screen.getByText('Say in one sentence what customers cannot do.')).toBeTruthy()
    const before = screen.getAllByRole('listitem').length
    await act(() => link.call('incident:state-impact', { incident, impact: 'One in four fails.' }))
    expect(screen.queryByText('No impact set')).toBeNull()
    expect(screen.getByText(`${before - 1} gaps`)).toBeTruthy()
  })
})

describe('a gap', () => {
  it('[HG2] names the key that fills it, and a press on it is a press of that key', async () => {
    await staged()
    const keys: string[] = []
    const heard = (event: KeyboardEvent) => {
      keys.push(event.key)
      event.preventDefault()
    }
    window.addEventListener('keydown', heard)
    try {
      for (const name of [/^No impact set/, /^No checkpoint held/, /^No incident commander/]) {
        fireEvent.click(screen.getByRole('button', { name }))
      }
    } finally {
      window.removeEventListener('keydown', heard)
    }
    expect(keys).toEqual(['i', 'c', 'a'])
    expect(screen.getByRole('button', { name: /^No impact set/ }).querySelector('kbd')?.textContent).toBe('i')
  })

  it('[HG2] is counted beside what is known', async () => {
    const { link, incident } = await staged()
    const meter = screen.getByRole('meter', { name: 'Known for the handoff' }) as HTMLMeterElement
    const { value: known, max: asked } = meter
    expect(screen.getByText(`${known} of ${asked} known`)).toBeTruthy()
    await act(() => link.call('incident:state-impact', { incident, impact: 'One in four fails.' }))
    expect(screen.getByText(`${known + 1} of ${asked} known`)).toBeTruthy()
  })

  it('[HG2] of every kind has a way', () => {
    expect(gapWay({ kind: 'events-held', count: 1 })).toEqual({ command: 'held' })
    expect(gapWay({ kind: 'never-a-checkpoint' })).toEqual({ key: keyOf('line') })
    expect(gapWay({ kind: 'update-unknown' })).toEqual({ key: '5' })
  })
})

describe('while time passes', () => {
  it('is rendered when it says something else, not with each second, poll or clock reading', async () => {
    const rendered = vi.fn()
    const link = createFakeLink({ now: Date.now, board: emptyBoard })
    const incident = newId<IncidentId>()
    await link.call('incident:declare', { incident, title: 'Payments fail', severity: 'SEV-2', impact: '' })
    const cockpit = await stage(
      <Profiler id="handoff" onRender={rendered}>
        <HandoffPane />
      </Profiler>,
      link,
    )
    await screen.findByRole('button', { name: /^Write/ })
    await waitFor(() => expect(screen.queryByText('No impact set')).not.toBeNull())
    // From a full minute on: other systems are read again twice in each.
    const now = Math.ceil(cockpit.now.getState().now / MINUTE) * MINUTE
    const pass = (seconds: number) =>
      act(() => {
        cockpit.now.setState({ now: now + seconds * 1_000, beats: seconds })
        cockpit.board.setState(({ feeds }) => ({ feeds: [...feeds] }))
      })
    pass(1)
    rendered.mockClear()
    for (const seconds of [2, 3, 4, 5]) pass(seconds)
    expect(rendered).not.toHaveBeenCalled()
    pass(3_600)
    expect(rendered).toHaveBeenCalled()
    expect(screen.getByText(/^Checkpoint overdue by/)).toBeTruthy()
  })
})

describe('the document', () => {
  const saved: { name: string; blob: Blob }[] = []
  let last: Blob

  beforeEach(() => {
    saved.length = 0
    // jsdom has neither object URLs nor downloads.
    URL.createObjectURL = blob => {
      last = blob as Blob
      return 'blob:x'
    }
    URL.revokeObjectURL = () => undefined
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, blob: last })
    })
  })
  afterEach(() => vi.restoreAllMocks())

  it('is written with h, and says where', async () => {
    const { cockpit } = await staged()
    act(() => cockpit.focus.request('handoff'))
    expect(await screen.findByText('/data/handoffs/handoff.html')).toBeTruthy()
    expect(screen.getByText('/data/handoffs/handoff.md')).toBeTruthy()
    expect(cockpit.incident.getState().record?.incident.handoffs).toHaveLength(1)
  })

  it.each([
    ['HTML', 'handoff.html', 'text/html;charset=utf-8'],
    ['Markdown', 'handoff.md', 'text/markdown;charset=utf-8'],
  ])('can be saved as %s', async (format, name, type) => {
    const { cockpit } = await staged()
    act(() => cockpit.focus.request('handoff'))
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(`^Save the ${format}`) }))
    await waitFor(() => expect(saved).toHaveLength(1))
    expect(saved[0]).toMatchObject({ name, blob: { type } })
  })

  it('says why it was not written', async () => {
    const { cockpit, link } = await staged()
    link.failNext('handoff:write', { kind: 'storage-unknown', message: 'The disk is full.' })
    act(() => cockpit.focus.request('handoff'))
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.')
  })
})
