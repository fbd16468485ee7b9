import { expect, it } from 'vitest'
import { responders } from '../../../src/main/engine/documents/handoff-responders'
import type { StrategyId, TeamId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry as events } from '../../../src/shared/events/registry'
import { ada, declared, engineItself, minute, named, resolved } from '../../support/folded-incident'
import { shippedRules } from '../../support/shipped-method'
import { contentOf } from './sample'

const team = 'pay' as TeamId
const adopted = events['method-adopted'].draft({ ...shippedRules, from: null }, minute(0), engineItself)
const formed = events['team-formed'].draft({ team, name: 'Payments', lead: named('Cy'), members: [] }, minute(1), ada)
const reported = (text: string) =>
  events['lead-reported'].draft(
    { report: 'r' as StrategyId, team, name: 'Payments', text, entry: null },
    minute(10),
    ada,
  )
const said = (at: number, ...drafts: readonly EventDraft[]) =>
  JSON.stringify(responders(contentOf([declared(), adopted, formed, ...drafts], at)))

it('[RC9] the handoff says what each sub-team reported last and when the next report is due', () => {
  expect(said(5)).toMatch(/no report yet.*next report due .*14:16 UTC/)
  expect(said(12, reported('lag falls'))).toMatch(/reported .*14:10 UTC.*lag falls.*next report due .*14:25 UTC/)
  expect(said(12, reported(''))).toContain('nothing new')
  expect(said(30, reported('lag falls'))).toContain('(overdue)')
  expect(said(30, reported('lag falls'), resolved(11))).not.toContain('next report due')
})
