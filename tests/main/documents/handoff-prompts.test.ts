import { expect, it } from 'vitest'
import { promptSections } from '../../../src/main/engine/documents/handoff-figures'
import type { Severity } from '../../../src/shared/domain/severity'
import type { PromptDirection } from '../../../src/shared/domain/severity-prompts'
import type { EventDraft } from '../../../src/shared/events/define'
import { severityChanged } from '../../../src/shared/events/severity-changed'
import { severityPromptDeclined } from '../../../src/shared/events/severity-prompt-declined'
import { severityPrompted } from '../../../src/shared/events/severity-prompted'
import { ada, declared, engineItself, minute, recordOf } from '../../support/folded-incident'
import { contentOf } from './sample'

const prompted = (at: number, direction: PromptDirection, severity: Severity, text: string, evidence: string) =>
  severityPrompted.draft(
    { trigger: 'reason', text, direction, from: 'SEV-2', severity, evidence },
    minute(at),
    engineItself,
  )
const start = declared({ severity: 'SEV-2' })
const growing = prompted(5, 'raise', 'SEV-1', 'Complaints are growing', '25 customers within 15 min (support)')
const better = prompted(30, 'lower', 'SEV-3', 'It is mitigated', 'monitoring for 15 min')
const said = (...drafts: readonly EventDraft[]) => JSON.stringify(promptSections(contentOf([start, ...drafts], 40)))

it('[RS8] the handoff has each severity that was offered, its evidence of then, when, and who said “not now”', () => {
  expect(said()).toBe('[]')
  const prompt = recordOf([start, growing]).incident.severityPrompts[0]?.key
  if (prompt === undefined) throw new Error('nothing was offered')
  const declined = severityPromptDeclined.draft({ prompt, from: 'SEV-2', severity: 'SEV-1' }, minute(7), ada)
  const text = said(growing, declined, better)
  expect(text).toContain('Severity offered')
  expect(text).toMatch(/Raise to SEV-1.*25 customers within 15 min.*14:05 UTC.*not now.*Ada Lovelace/)
  expect(text).toMatch(/Lower to SEV-3.*It is mitigated: monitoring for 15 min.*14:30 UTC.*not answered/)
})

it('[RS8] once the severity has changed the handoff has nothing of what was offered for the one before', () => {
  const raised = severityChanged.draft({ from: 'SEV-2', to: 'SEV-1', reason: 'all of Europe' }, minute(9), ada)
  expect(said(growing, raised)).toBe('[]')
})
