import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { ConnectionForm } from '../../../src/renderer/features/connections/connection-form'
import { formOfVendor } from '../../../src/renderer/features/connections/vendor-fields'
import { type Vendor, vendorName } from '../../../src/shared/contract/vendors'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { FakeLink } from '../../support/fake-link'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

async function formOf(vendor: Vendor) {
  const { baseUrl } = formOfVendor[vendor]
  const connection = { id: 'new-one' as ConnectionId, vendor, name: vendorName[vendor], baseUrl }
  const view = { connection, hasToken: false, tokenNote: '' }
  return show(<ConnectionForm view={view} isNew onChanged={() => undefined} />)
}

/** A field that is needed has a star behind its label. */
const field = (label: string) => screen.getByLabelText(new RegExp(`^${label}( \\*)?$`))

const labels = () => [...document.querySelectorAll('label')].map(label => label.textContent?.replace(/ \*$/, ''))

describe('the form of a channel', () => {
  it.each<readonly [Vendor, readonly string[], readonly string[]]>([
    ['slack-webhook', ['Webhook address'], ['Address', 'Signing key', 'Read by', 'Polling interval (seconds)']],
    ['teams', ['Webhook address'], ['Address', 'Signing key', 'Read by', 'Polling interval (seconds)']],
    ['webhook', ['Webhook address', 'Signing key', 'Read by'], ['Address', 'Polling interval (seconds)']],
    ['email', ['Mail server', 'From', 'To', 'User', 'Password', 'Read by'], ['Token', 'Polling interval (seconds)']],
    ['by-hand', ['Where', 'Read by'], ['Address', 'Token', 'CA certificates file', 'Polling interval (seconds)']],
  ])('[WE2] of %s asks for what it needs, and for nothing else', async (vendor, has, lacks) => {
    await formOf(vendor)
    expect(labels()).toEqual(expect.arrayContaining([...has]))
    for (const label of lacks) expect(labels()).not.toContain(label)
  })

  it('[WE2] sends address and key of a webhook as secrets, in fields that show nothing', async () => {
    const { link } = await formOf('webhook')
    const address = field('Webhook address')
    const key = field('Signing key')
    expect([address, key].map(field => field.getAttribute('type'))).toEqual(['password', 'password'])
    fireEvent.change(address, { target: { value: 'https://a.example/s3cret' } })
    fireEvent.change(key, { target: { value: 'whsec_AAAA' } })
    fireEvent.submit(screen.getByRole('button', { name: 'Save' }))
    await settle()
    expect(link.calls.findLast(call => call.name === 'connections:save')?.input).toEqual({
      ...{ token: 'https://a.example/s3cret', key: 'whsec_AAAA' },
      connection: { id: 'new-one', vendor: 'webhook', name: 'Webhook', baseUrl: 'https://webhook.invalid' },
    })
  })

  const saved = (link: FakeLink) => link.calls.some(call => call.name === 'connections:save')
  const save = async () => {
    fireEvent.submit(screen.getByRole('button', { name: 'Save' }))
    await settle()
  }

  it.each<readonly [Vendor, readonly string[]]>([
    ['slack-webhook', ['Webhook address']],
    ['teams', ['Webhook address']],
    ['webhook', ['Webhook address', 'Signing key']],
    ['email', ['From', 'To']],
  ])('[EM9] of %s is not saved without what it cannot send without', async (vendor, needed) => {
    const { link } = await formOf(vendor)
    await save()
    expect(saved(link)).toBe(false)
    for (const label of needed) expect(field(label).getAttribute('aria-invalid')).toBe('true')
  })

  it.each([
    ['From', 'foo', 'ops@example.com', 'foo'],
    ['To', 'status@example.com', 'ops@example.com, bar', 'bar'],
  ])('[EM9] of mail names what is no address in “%s”', async (label, from, to, wrong) => {
    const { link } = await formOf('email')
    fireEvent.change(field('From'), { target: { value: from } })
    fireEvent.change(field('To'), { target: { value: to } })
    await save()
    expect(saved(link)).toBe(false)
    expect(screen.getByText(`“${wrong}” is no mail address. Several have commas between them.`)).toBeTruthy()
    expect(field(label).getAttribute('aria-invalid')).toBe('true')
  })
})
