import { cleanup, fireEvent, screen } from '@testing-library/react'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { CheckpointPane } from '../../../src/renderer/features/checkpoint/checkpoint-pane'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)

async function open(): Promise<Shown> {
  const shown = await show(<CheckpointPane />)
  act(() => shown.cockpit.focus.request('checkpoint'))
  await screen.findByRole('dialog', { name: /^Checkpoint/ })
  return shown
}

const press = (key: string, change = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...change })
const type = (text: string) => fireEvent.change(document.activeElement ?? document.body, { target: { value: text } })

describe('holding a checkpoint by keyboard', () => {
  it('goes from answer to answer with Enter, picks a verdict with a digit and decides with Enter', async () => {
    const { link, incident } = await open()
    screen.getByLabelText('What have we tried?').focus()
    for (const answer of ['restart', 'rollback', 'is the plan', 'database on-call', 'yes, EU']) {
      type(answer)
      press('Enter')
    }
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Continue/ }))
    press('2')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Pivot/ }).checked).toBe(true)
    fireEvent.submit(screen.getByRole('button', { name: /Decide: pivot/ }))
    await settle()
    expect(link.log.record(incident)?.incident.checkpointsHeld).toMatchObject([
      {
        verdict: 'pivot',
        answers: {
          tried: 'restart',
          trying: 'rollback',
          rollbackPlan: 'is the plan',
          morePeople: 'database on-call',
          stillImpacted: 'yes, EU',
        },
      },
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('decides from anywhere with Ctrl+Enter', async () => {
    const { link } = await open()
    screen.getByLabelText('What are we trying now?').focus()
    press('Enter', { ctrlKey: true })
    await settle()
    expect(link.calls.findLast(({ name }) => name === 'checkpoint:hold')).toMatchObject({
      name: 'checkpoint:hold',
      input: { verdict: 'continue' },
    })
  })

  it('hears a second Enter only after the first was answered', async () => {
    const { link } = await open()
    const button = screen.getByRole('button', { name: /Decide: continue/ })
    fireEvent.submit(button)
    fireEvent.submit(button)
    await settle()
    expect(link.calls.filter(call => call.name === 'checkpoint:hold')).toHaveLength(1)
  })

  it('stays open and says why when the engine refuses', async () => {
    const { link } = await open()
    link.failNext('checkpoint:hold', { kind: 'refused', message: 'This checkpoint was held already.' })
    fireEvent.submit(screen.getByRole('button', { name: /Decide: continue/ }))
    await settle()
    expect(screen.getByRole('dialog').textContent).toContain('This checkpoint was held already.')
  })
})
