import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import type { TransferId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { assigned, declared, minute, named, person, recordOf } from '../../support/folded-incident'

const transfer = 't1' as TransferId
const deputy = kinds['deputy-named'].draft({ role: 'ic', responder: named('Grace') }, minute(2), person('Ada'))
const prepared = kinds['transfer-prepared'].draft(
  { transfer, from: named('Ada'), to: named('Bo'), since: minute(1), note: '', incidents: [] },
  minute(60),
  person('Ada'),
)
const accepted = kinds['transfer-accepted'].draft(
  { transfer, from: named('Ada'), to: named('Bo'), unread: 0, reason: '', overlapUntil: minute(90) },
  minute(70),
  person('Bo'),
)
const released = kinds['overlap-ended'].draft({ transfer, giver: named('Ada') }, minute(80), person('Bo'))

/** The row of the incident commander as it is read. */
function commanderIn(...drafts: readonly EventDraft[]) {
  const { incident, timeline } = recordOf([declared(), assigned(1, 'ic', 'Ada'), deputy, ...drafts])
  const markdown = renderHandoff(handoffContent(incident, timeline, minute(85)), 'markdown')
  return markdown.split('\n').find(line => line.includes('| Incident commander'))
}

describe('[TC9] who takes over command, in the handoff', () => {
  it('is the one who is named, and until then the deputy by that name', () => {
    expect(commanderIn()).toBe('| Incident commander | Ada | since 14:01 UTC | Grace, deputy |')
    expect(commanderIn(prepared)).toBe(
      '| Incident commander | Ada | since 14:01 UTC | Bo, named 15:00 UTC, not accepted yet |',
    )
  })

  it('[TC5] after it was accepted the giver is there until the end of the overlap, or until they are released', () => {
    expect(commanderIn(prepared, accepted)).toContain('| Bo | since 15:10 UTC, from Ada, there until 15:30 UTC |')
    expect(commanderIn(prepared, accepted, released)).toContain('| Bo | since 15:10 UTC |')
  })
})
