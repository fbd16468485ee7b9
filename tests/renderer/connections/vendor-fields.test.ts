import { describe, expect, it } from 'vitest'
import { typedConnection } from '../../../src/renderer/features/connections/vendor-fields'
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
})
