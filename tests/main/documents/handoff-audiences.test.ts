import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as kinds } from '../../../src/shared/events/registry'
import { ada, declared, minute, recordOf, resolved } from '../../support/folded-incident'
import { shippedView } from '../../support/shipped-method'

const leadership = 'named:Leadership' as const
const adopted = kinds['method-adopted'].draft(
  { name: 'M', version: 'v', from: null, rules: shippedView.adoptable.rules },
  minute(0),
  ada,
)
const call = kinds['audience-told'].draft(
  { audience: leadership, how: 'call', what: 'half of *all* payments fail', promise: minute(40) },
  minute(10),
  ada,
)
const snoozed = kinds['audience-put-off'].draft(
  { audience: leadership, until: minute(70), reason: 'the board <b>meets</b>', was: null },
  minute(41),
  ada,
)
const notNeeded = kinds['audience-put-off'].draft(
  { audience: 'named:Legal and PR', until: null, reason: 'no data is concerned', was: null },
  minute(5),
  ada,
)

function written(now: number, format: 'markdown' | 'html', ...drafts: readonly EventDraft[]): string {
  const { incident, timeline } = recordOf([declared({ severity: 'SEV-1' }), ...drafts])
  return renderHandoff(handoffContent(incident, timeline, minute(now)), format)
}

describe('[AU11] the audiences in a handoff', () => {
  it('each with when it is to hear next, what it heard last, and why it is put off', () => {
    const text = written(50, 'markdown', adopted, notNeeded, call, snoozed)
    const part = text.slice(text.indexOf('Audiences'), text.indexOf('Updates to customers'))
    expect(part).toMatch(
      /Leadership.*15:10 UTC.*last at.*14:10 UTC.*by phone.*half of \\\*all\\\* payments fail.*snoozed, as Ada Lovelace said/s,
    )
    expect(part).toMatch(/Legal and PR.*not needed in this incident.*no data is concerned/s)
    expect(part).toMatch(/Support.*overdue by 45 min when this was written.*nothing was sent to them yet/s)
    expect(part).toMatch(/Engineering.*no time is set/s)
  })

  it('as text in the HTML, and with none due once it is resolved', () => {
    const page = written(50, 'html', adopted, call, snoozed)
    expect(page).toContain('the board &lt;b&gt;meets&lt;/b&gt;')
    expect(written(50, 'markdown', adopted, call, resolved(45))).toMatch(/Leadership.*none is due: it is resolved/s)
  })

  it('of an incident without a table of audiences there is no such part', () => {
    expect(written(50, 'markdown', call)).not.toContain('Audiences')
  })
})
