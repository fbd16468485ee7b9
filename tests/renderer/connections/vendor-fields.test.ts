import { describe, expect, it } from 'vitest'
import { formOfVendor, typedConnection } from '../../../src/renderer/features/connections/vendor-fields'
import type { Connection } from '../../../src/shared/contract/connections'
import type { ConnectionId } from '../../../src/shared/domain/ids'

const id = 'c1' as ConnectionId

describe('a typed connection', () => {
  it('keeps the field of its own vendor, trimmed', () => {
    const typed = {
      id,
      vendor: 'statuspage',
      name: 'Page',
      baseUrl: 'https://x',
      pageId: ' abc ',
      channel: 'C1',
    } as const
    expect(typedConnection(typed)).toEqual({
      id,
      vendor: 'statuspage',
      name: 'Page',
      baseUrl: 'https://x',
      pageId: 'abc',
    })
  })

  it('leaves out what is empty, and what belongs to another vendor', () => {
    const typed = { id, vendor: 'grafana', name: 'G', baseUrl: 'https://x', from: 'a@b', pageId: '' } as const
    expect(typedConnection(typed)).toEqual({ id, vendor: 'grafana', name: 'G', baseUrl: 'https://x' })
  })

  it('keeps what is not to be read, and whether to mark the charts, where its vendor has them', () => {
    const typed: Connection = {
      ...{ id, vendor: 'grafana', name: 'G', baseUrl: 'https://x', annotate: true },
      unread: ['annotations', 'alerts'],
    }
    expect(typedConnection(typed)).toMatchObject({ annotate: true, unread: ['alerts', 'annotations'] })
    expect(typedConnection({ ...typed, vendor: 'prometheus' })).toEqual({
      ...{ id, vendor: 'prometheus', name: 'G', baseUrl: 'https://x', unread: ['alerts'] },
    })
    expect(typedConnection({ ...typed, vendor: 'slack' })).not.toHaveProperty('unread')
    expect(typedConnection({ ...typed, annotate: false })).not.toHaveProperty('annotate')
  })

  it('[WE2] has no address where the address is the secret, whatever was typed for another vendor', () => {
    const typed: Connection = { ...{ id, vendor: 'webhook', name: 'W' }, baseUrl: 'https://typed.example/secret-77' }
    expect(typedConnection({ ...typed, readers: 'customers', everySeconds: 5 })).toEqual({
      ...{ id, vendor: 'webhook', name: 'W', baseUrl: formOfVendor.webhook.baseUrl, readers: 'customers' },
    })
    expect(typedConnection({ ...typed, vendor: 'teams', readers: 'customers' })).toEqual({
      ...{ id, vendor: 'teams', name: 'W', baseUrl: formOfVendor.teams.baseUrl },
    })
  })

  it('[EM1] to a mail server has its user, sender and recipients, and the port that is meant', () => {
    const typed: Connection = {
      ...{ id, vendor: 'email', name: 'M', baseUrl: 'mail.example.com', user: ' u ', sender: 'a@b.example' },
      ...{ recipients: 'c@d.example', from: 'x@y.example' },
    }
    expect(typedConnection(typed)).toEqual({
      ...{ id, vendor: 'email', name: 'M', baseUrl: 'smtp://mail.example.com:587', user: 'u' },
      ...{ sender: 'a@b.example', recipients: 'c@d.example' },
    })
  })

  it('[PT1] to a place where texts are posted by hand has nothing but that', () => {
    const typed: Connection = {
      ...{ id, vendor: 'by-hand', name: 'X', baseUrl: 'https://x', network: 'x', caFile: '/a.pem' },
    }
    expect(typedConnection(typed)).toEqual({
      ...{ id, vendor: 'by-hand', name: 'X', baseUrl: formOfVendor['by-hand'].baseUrl, network: 'x' },
    })
  })
})
