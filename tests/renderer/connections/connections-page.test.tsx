import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ConnectionsPage } from '../../../src/renderer/features/connections/connections-page'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

const press = async (name: string) => {
  fireEvent.click(screen.getByRole('button', { name }))
  await settle()
}

describe('the connections', () => {
  it("shows the vendor's own words when a test fails", async () => {
    await show(<ConnectionsPage onDone={() => undefined} />)
    await press('Add a connection')
    await press('Test')
    expect(screen.getByRole('status').textContent).toBe(
      'PagerDuty rejected the request. 401 Unauthorized: Invalid API key',
    )
  })

  it('saves a new one with its token, and leaves the kept token alone when none is typed', async () => {
    const { link } = await show(<ConnectionsPage onDone={() => undefined} />)
    await press('Add a connection')
    fireEvent.change(screen.getByLabelText('Token'), { target: { value: 'key-1' } })
    fireEvent.submit(screen.getByRole('button', { name: 'Save' }))
    await settle()
    const saved = () => link.calls.findLast(call => call.name === 'connections:save')?.input
    expect(saved()).toMatchObject({ token: 'key-1', connection: { vendor: 'pagerduty', name: 'PagerDuty' } })
    fireEvent.click(screen.getByRole('button', { name: /^Grafana/ }))
    fireEvent.submit(screen.getByRole('button', { name: 'Save' }))
    await settle()
    expect(saved()).toMatchObject({ token: null, connection: { id: 'grafana' } })
  })
})
