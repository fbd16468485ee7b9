import { expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { EventDraft } from '../../../src/shared/events/define'
import { eventRegistry } from '../../../src/shared/events/registry'
import { declared, engineItself, minute } from '../../support/folded-incident'
import { contentOf } from './sample'

const id = { connection: 'am' as ConnectionId, externalId: 'A1' }
const linked = eventRegistry['page-linked'].draft(
  { page: { ...id, title: 'High error rate', service: null, url: null } },
  minute(1),
  engineItself,
)
const described = eventRegistry['alert-described'].draft(
  {
    alert: {
      ...{ ...id, description: `<img src=x>\n# ${'x'.repeat(4_000)}`, impact: '', value: '12.4 %', threshold: '5 %' },
      links: [
        { kind: 'runbook', name: 'runbook_url', address: 'https://wiki.example.com/runbooks/errors' },
        { kind: 'other', name: 'script', address: 'javascript:alert(1)' },
        { kind: 'other', name: 'notes', address: 'https://ada:secret@example.com/' },
        { kind: 'other', name: 'reboot', address: 'http://10.0.0.1/reboot?now=1', refused: true },
      ],
    },
  },
  minute(2),
  engineItself,
)
const written = (format: 'markdown' | 'html', ...drafts: readonly EventDraft[]) =>
  renderHandoff(contentOf([declared(), ...drafts], 40), format)

it.each(['markdown', 'html'] as const)('[DI6] in %s the handoff has what a linked alert said', format => {
  const text = written(format, linked, described)
  expect(text).toMatch(/Value: .*12\.4 %/)
  expect(text).toMatch(/Threshold: .*5 %/)
  expect(text).toMatch(
    format === 'html' ? /href="https:\/\/wiki\.example\.com\/runbooks\/errors"/ : /\(<https:\/\/wiki/,
  )
  expect(text).not.toMatch(/href="(?:javascript|https:\/\/ada|http:)|\(<(?:javascript|https:\/\/ada|http:)/)
  expect(text).toContain('reboot')
  expect(text).not.toMatch(/(?<!\\)<img/)
  // [HC4]
  expect(text).not.toContain('x'.repeat(301))
  expect(written(format, linked)).not.toContain('Threshold')
})

it.each(['markdown', 'html'] as const)(
  '[HC4] in %s ten times too much is cut, and what is left out is counted',
  format => {
    const drafts = Array.from({ length: 400 }, (_, no): EventDraft[] => {
      const one = { connection: id.connection, externalId: `B${no}` }
      const links = Array.from({ length: 60 }, (_, of) => {
        return {
          kind: 'other',
          name: 'see',
          address: `https://a.example.com/${no}/${of}/${'y'.repeat(2_400)}`,
        } as const
      })
      const said = { description: 'z'.repeat(4_000), impact: '', value: '', threshold: '', links }
      return [
        eventRegistry['page-linked'].draft(
          { page: { ...one, title: 'Down', service: null, url: null } },
          minute(1),
          engineItself,
        ),
        eventRegistry['alert-described'].draft({ alert: { ...one, ...said } }, minute(2), engineItself),
      ]
    })
    const text = written(format, ...drafts.flat())
    expect(text.match(/and 54 more links/g)).toHaveLength(40)
    expect(text).toContain('What 360 more alerts said is not printed here')
    // Each address is there once as a whole, where it leads, and its text is cut.
    expect(text.match(/y{301,}/g)).toHaveLength(240)
    expect(text.match(/y{2400}/g)).toHaveLength(240)
  },
)
