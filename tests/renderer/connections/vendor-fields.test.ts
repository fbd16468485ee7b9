import { describe, expect, it } from 'vitest'
import { typedConnection } from '../../../src/renderer/features/connections/vendor-fields'
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
})
