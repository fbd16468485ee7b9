import { expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry } from '../../../src/shared/events/registry'
import { ada, declared, minute } from '../../support/folded-incident'
import { shippedRules } from '../../support/shipped-method'
import { contentOf } from './sample'

const adopted = (at: number, name: string, version: string, from: string | null) =>
  eventRegistry['method-adopted'].draft({ ...shippedRules, name, version, from }, minute(at), ada)
const said = (format: 'markdown' | 'html', ...drafts: readonly EventDraft[]) =>
  renderHandoff(contentOf([declared(), ...drafts], 40), format)
    .replace(/<[^>]*>|[|*\\]/g, ' ')
    .replace(/\s+/g, ' ')

it.each(['markdown', 'html'] as const)('[HC5] in %s the handoff names the method and its version of now', format => {
  expect(said(format, adopted(0, 'Quarterdeck', 'a1b2', null))).toMatch(/Method:? ?Quarterdeck ?, version a1b2/)
  const changed = said(format, adopted(0, 'Quarterdeck', 'a1b2', null), adopted(9, 'Payments', 'c3d4', 'a1b2'))
  expect(changed).toMatch(/Method:? ?Payments ?, version c3d4/)
  expect(changed).not.toMatch(/Method:? ?Quarterdeck/)
  expect(said(format)).not.toMatch(/Method:? /)
})

it('[HC5] the name of a method is text like any other', () => {
  const text = renderHandoff(contentOf([declared(), adopted(0, '<img src=x> [a](b)', '1', null)], 40), 'html')
  expect(text).not.toContain('<img')
  expect(text).toContain('&lt;img')
})
