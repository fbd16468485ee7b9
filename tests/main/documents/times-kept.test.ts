import { expect, it } from 'vitest'
import { timesKept } from '../../../src/main/engine/documents/handoff-milestones'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry } from '../../../src/shared/events/registry'
import * as story from '../../support/folded-incident'
import { contentOf } from './sample'

const { ada, minute } = story
const mitigated = (after: number, at: number, was: number | null) =>
  eventRegistry['milestone-stated'].draft({ milestone: 'mitigated', at: minute(at), was }, minute(after), ada)

function listed(...drafts: readonly EventDraft[]) {
  const { facts } = timesKept(contentOf(drafts, 40))
  return facts.map(({ name, value }) => `${name}: ${JSON.stringify(value)}`).join('\n')
}

it('[MI6] the handoff lists each time that is kept, with what set it and what it was before', () => {
  const text = listed(story.declared(), mitigated(20, 18, null), mitigated(25, 15, minute(18)))
  expect(text).toMatch(/^Acknowledged: .*14:00 UTC.*declared here, by Ada Lovelace/)
  expect(text).toMatch(/Mitigated: .*14:15 UTC.*stated, by Ada Lovelace.*14:18 UTC before Ada Lovelace corrected it/)
  expect(text).not.toContain('Resolved')
})
