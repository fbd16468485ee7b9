import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
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
