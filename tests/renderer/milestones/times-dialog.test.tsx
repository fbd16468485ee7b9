import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { TimesDialog } from '../../../src/renderer/features/milestones/times-dialog'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const form = () => within(screen.getByRole('dialog'))
const type = (value: string) => fireEvent.change(form().getByLabelText(/^Time of/), { target: { value } })
const send = async () => {
  const dialog = screen.getByRole('dialog')
  fireEvent.submit(dialog.querySelector('form') ?? dialog)
  await settle()
}

async function opened() {
  let closed = 0
  const shown = await show(<TimesDialog opened onClose={() => (closed += 1)} />)
  await settle()
  const sent = () =>
    shown.link.calls.filter(({ name }) => name === 'incident:state-milestone').map(({ input }) => input)
  return { ...shown, sent, closed: () => closed }
}

describe('[MI5] the times that are kept', () => {
  it('are listed, each with its time and what set it, or as not reached yet', async () => {
    await opened()
    expect(form().getByRole('radio', { name: /Acknowledged.*declared here/ })).toBeTruthy()
    expect(form().getByRole('radio', { name: /Mitigated.*not yet/ })).toBeTruthy()
    expect(form().getAllByRole('radio')).toHaveLength(10)
  })

  it('are set by a digit, a time and Enter, with what was known before', async () => {
    const { sent } = await opened()
    fireEvent.keyDown(form().getByRole('radio', { name: /Acknowledged/ }), { key: '7' })
    fireEvent.click(form().getByRole('radio', { name: /Mitigated/ }))
    type('now')
    await send()
    expect(sent()).toMatchObject([{ milestone: 'mitigated', was: null, at: expect.any(Number) }])
  })

  it('are not sent while they are no time, and an empty field closes', async () => {
    const { sent, closed } = await opened()
    type('soon')
    await send()
    expect(form().getByText(/^Enter a time/)).toBeTruthy()
    expect(sent()).toEqual([])
    expect(closed()).toBe(0)
    type('')
    await send()
    expect(closed()).toBe(1)
  })

  it('[TX5] keep what is typed while one of them is on its way', async () => {
    let answer: () => void = () => undefined
    await show(<TimesDialog opened onClose={() => undefined} />, link => {
      const { call } = link
      const slow = async (...asked: Parameters<typeof call>) => {
        if (asked[0] === 'incident:state-milestone') await new Promise<void>(resolve => (answer = resolve))
        return call(...asked)
      }
      vi.spyOn(link, 'call').mockImplementation(slow as typeof call)
    })
    await settle()
    fireEvent.click(form().getByRole('radio', { name: /Mitigated/ }))
    type('now')
    await send()
    type('now14')
    answer()
    await waitFor(() => expect(form().getByLabelText(/^Time of/)).toHaveProperty('value', '14'))
    expect(form().getByRole('radio', { name: /Mitigated/ })).toHaveProperty('checked', true)
  })

  it('[MI4] say in words which two cannot be in that order', async () => {
    const { sent } = await opened()
    fireEvent.click(form().getByRole('radio', { name: /Detected/ }))
    type('now')
    await send()
    expect(form().getByText(/“Acknowledged” would come before “Detected”/)).toBeTruthy()
    expect(sent()).toEqual([])
  })
})
