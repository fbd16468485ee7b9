import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { FiguresDialog } from '../../../src/renderer/features/impact/figures-dialog'
import { settle, show } from '../../support/shown'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

it('[IM7] says why a number that was typed for another figure is not stated as the SLA', async () => {
  const { link } = await show(<FiguresDialog opened onClose={() => undefined} />)
  await settle()
  fireEvent.change(screen.getByLabelText(/^Share of users affected/), { target: { value: '34 %' } })
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: /^SLA/ }))
  expect(screen.getByRole('alert').textContent).toBe('Choose one.')
  fireEvent.click(screen.getByRole('radio', { name: /^at risk/ }))
  expect(screen.queryByRole('alert')).toBeNull()
  fireEvent.submit(screen.getByRole('radio', { name: /^at risk/ }))
  await waitFor(() =>
    expect(link.calls.find(({ name }) => name === 'incident:state-figure')?.input).toMatchObject({ value: 'at-risk' }),
  )
})

const statedOf = ({ link }: Awaited<ReturnType<typeof show>>) =>
  link.calls.filter(({ name }) => name === 'incident:state-figure').map(({ input }) => input)

it('[TX5] keeps what is typed while a figure is on its way, and shows it with that figure', async () => {
  let answer: () => void = () => undefined
  const shown = await show(<FiguresDialog opened onClose={() => undefined} />, link => {
    const { call } = link
    const slow = async (...asked: Parameters<typeof call>) => {
      if (asked[0] === 'incident:state-figure') await new Promise<void>(resolve => (answer = resolve))
      return call(...asked)
    }
    vi.spyOn(link, 'call').mockImplementation(slow as typeof call)
  })
  await settle()
  const field = () => screen.getByLabelText(/^Share of users affected/)
  fireEvent.change(field(), { target: { value: '34' } })
  fireEvent.submit(field())
  await settle()
  fireEvent.change(field(), { target: { value: '342' } })
  answer()
  await waitFor(() => expect(field()).toHaveProperty('value', '2'))
  expect(screen.queryByText(/colleague/i)).toBeNull()
  expect(shown.cockpit.incident.getState().record?.incident.figuresStated).toMatchObject([{ value: 34 }])
})

it('[IM11] withdraws revenue from now on, or as one that was wrong', async () => {
  const shown = await show(<FiguresDialog opened onClose={() => undefined} />)
  await settle()
  fireEvent.click(screen.getByRole('radio', { name: /^Revenue/ }))
  const field = () =>
    screen.getByLabelText('Revenue lost per hour', { selector: 'input[type=text], input:not([type])' })
  const state = async () => {
    fireEvent.change(field(), { target: { value: '12k' } })
    fireEvent.submit(field())
    await screen.findByRole('button', { name: 'Withdraw from now on' })
  }
  await state()
  const [first] = statedOf(shown) as readonly { readonly since: number }[]
  fireEvent.click(screen.getByRole('button', { name: 'Withdraw from now on' }))
  await waitFor(() => expect(statedOf(shown)).toHaveLength(2))
  expect((statedOf(shown)[1] as { readonly since: number }).since).toBeGreaterThanOrEqual(first?.since ?? 0)
  await waitFor(() => expect(screen.queryByRole('button', { name: /^Withdraw/ })).toBeNull())
  await state()
  fireEvent.click(screen.getByRole('button', { name: 'Withdraw: it was wrong' }))
  await waitFor(() => expect(statedOf(shown)).toHaveLength(4))
  const [, , again, wrong] = statedOf(shown) as readonly { readonly since: number }[]
  expect(wrong).toMatchObject({ value: null, since: again?.since })
})

it('[IM12] shows the method’s example of the cost of downtime at the revenue, until something is typed', async () => {
  const { link } = await show(<FiguresDialog opened onClose={() => undefined} />)
  await settle()
  expect(screen.queryByText(/\$5,600 a minute/)).toBeNull()
  fireEvent.click(screen.getByRole('radio', { name: /^Revenue/ }))
  expect(screen.getByText(/^As an example, .*\$5,600 a minute/)).toBeTruthy()
  const field = screen.getByLabelText('Revenue lost per hour', { selector: 'input[type=text], input:not([type])' })
  expect(field).toHaveProperty('value', '')
  fireEvent.change(field, { target: { value: '12k' } })
  expect(screen.queryByText(/As an example/)).toBeNull()
  expect(screen.getByText(/^Reads as/)).toBeTruthy()
  expect(link.calls.some(({ name }) => name === 'incident:state-figure')).toBe(false)
})

it('[IM7] a digit chooses the support tickets, which are a whole number', async () => {
  const shown = await show(<FiguresDialog opened onClose={() => undefined} />)
  await settle()
  fireEvent.click(screen.getByRole('radio', { name: /^Support tickets/ }))
  const field = screen.getByLabelText('Number of support tickets')
  fireEvent.change(field, { target: { value: '2.5' } })
  expect(screen.getByText('Enter a whole number, such as 212.')).toBeTruthy()
  fireEvent.change(field, { target: { value: '212' } })
  fireEvent.change(screen.getByLabelText('Where it comes from'), { target: { value: 'the support desk' } })
  fireEvent.submit(field)
  await waitFor(() =>
    expect(statedOf(shown)).toMatchObject([
      { figure: 'tickets', value: 212, currency: null, source: 'the support desk' },
    ]),
  )
  await waitFor(() =>
    expect(screen.getByRole('radio', { name: /^Support tickets.*212.*the support desk/ })).toBeTruthy(),
  )
})
