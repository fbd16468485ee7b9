import { describe, expect, it } from 'vitest'
import type { EventId, IncidentId } from '../../src/shared/domain/ids'
import { lineChanges } from '../../src/shared/events/fold'
import type { IncidentEvent } from '../../src/shared/events/registry'

function event(kind: string, body: object): IncidentEvent {
  const place = { id: `e-${kind}` as EventId, incident: 'i' as IncidentId, seq: 1, version: 1, at: 0, recordedAt: 0 }
  return { ...place, kind, body, by: { kind: 'engine' } } as unknown as IncidentEvent
}

function lineFor(kind: string, body: object) {
  const [change] = lineChanges([event(kind, body)], { unfolded: [] })
  if (change?.change !== 'added') throw new Error('It has no line')
  return change.entry
}

describe('[TL14] a line that Quarterdeck writes', () => {
  it('is drawn from the fields of its event when it is first read, and once', () => {
    let reads = 0
    const page = {
      get title() {
        reads += 1
        return 'errors'
      },
    }
    const changes = lineChanges([event('page-linked', { page })], { unfolded: [] })
    const read = reads
    const entry = changes[0]?.change === 'added' ? changes[0].entry : undefined
    expect(entry?.text).toBe('Alert linked: errors')
    expect(reads).toBe(read + 1)
    expect({ ...entry }.text).toBe('Alert linked: errors')
    expect(JSON.parse(JSON.stringify(entry)).text).toBe('Alert linked: errors')
    expect(reads).toBe(read + 1)
  })

  it('says what could not be read where its event does not have what its kind says', () => {
    expect(lineFor('act-failed', { reason: 'gone' }).text).toBe(
      'An event of the kind act-failed could not be read into this record',
    )
  })

  it.each([
    ['act-failed', { what: { kind: 'chat-pin', channel: { name: 'ops' } }, reason: 'gone' }],
    ['update-failed', { reason: 'gone' }],
  ])('of what may be done says so, and is not folded away: %s', (kind, body) => {
    expect(lineFor(kind, body)).toMatchObject({ text: expect.stringMatching(/^(Not done|Update not published): /) })
    expect(lineFor(kind, { ...body, inDoubt: true }).text).toMatch(/^Stopped retrying.* may be (done|out)/)
  })

  it('shows one sentence for a request wherever it is named', () => {
    const what = { kind: 'page-acknowledge', page: { id: 'P1', name: 'errors' } }
    expect(lineFor('act-done', { what }).text).toBe('Done: acknowledge PagerDuty incident “errors”')
    expect(lineFor('act-unknown', { what, reason: 'no answer' }).text).toBe(
      'Unknown whether done: acknowledge PagerDuty incident “errors” (no answer)',
    )
  })
})
