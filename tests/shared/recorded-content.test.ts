import { describe, expect, it } from 'vitest'
import type { ConnectionId } from '../../src/shared/domain/ids'
import { recordedContent, type UpdateContent } from '../../src/shared/domain/update'
import { updateContentField } from '../../src/shared/events/fields'

const channel = { label: 'Acme', target: 'page', vendor: 'statuspage', connection: 'c' as ConnectionId } as const
const plain: UpdateContent = {
  ...{ nextUpdateAt: null, notify: true, components: { b: 'operational', a: 'major_outage' }, status: 'monitoring' },
  ...{ body: ' \n We look into it.\t', title: '  Payments fail ', channel, stage: 'progress' },
}

describe('[ED2] what a writer keeps is known as the record will have it', () => {
  it.each<[string, UpdateContent]>([
    ['with white space around it and its fields in another order', plain],
    ['with what customers saw before', { ...plain, before: { a: 'operational' }, nextUpdateAt: 5_000 }],
    ['with a field that is there and undefined', { ...plain, before: undefined }],
    ['in other scripts', { ...plain, title: '\u00a0支付失败\u3000', body: 'تفشل المدفوعات\ufeff' }],
  ])('%s', (_, content) => {
    expect(JSON.stringify(recordedContent(content))).toBe(JSON.stringify(updateContentField.parse(content)))
  })
})
