import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { handoffContent } from '../../../src/shared/domain/handoff-content'
import type { EventDraft } from '../../../src/shared/events/define'
import * as story from '../../support/folded-incident'
import { bare, boardOf, contentOf, halfWay } from './sample'

const golden = (name: string) => join(import.meta.dirname, '../../fixtures/documents', name)
const formats = ['markdown', 'html'] as const

describe('the handoff document', () => {
  it.each([
    ['half-way', halfWay, 20],
    ['bare', bare, 45],
  ] as const)('[HD1] of the incident “%s” reads as it was agreed', async (name, drafts, after) => {
    await expect(renderHandoff(contentOf(drafts, after), 'markdown')).toMatchFileSnapshot(golden(`handoff-${name}.md`))
    await expect(renderHandoff(contentOf(drafts, after), 'html')).toMatchFileSnapshot(golden(`handoff-${name}.html`))
  })

  it.each(formats)('[HD2] in %s says its time and what is missing before anything else', format => {
    const text = renderHandoff(contentOf(bare, 45), format)
    const places = ['14:45:00 UTC', 'No incident commander', 'No checkpoint held', 'Strategy and why'].map(word =>
      text.indexOf(word),
    )
    expect(places.every(place => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it.each(formats)('[HD2] in %s says that nothing was found missing, and what was looked at', format => {
    const text = renderHandoff(contentOf(story.wellKept, 20), format)
    expect(text).toMatch(/Nothing was found missing/)
    expect(text).toContain('Checked: updates being sent, roles')
  })

  it.each(formats)('[HD2] in %s calls a drill a drill', format => {
    expect(renderHandoff(contentOf(bare, 1), format)).toMatch(/drill: none of this is real/i)
    expect(renderHandoff(contentOf(halfWay, 20), format)).not.toMatch(/none of this is real/i)
  })

  it.each(formats)('[HD3] in %s says of an overdue deadline by how much', format => {
    const text = renderHandoff(contentOf(halfWay, 40), format)
    expect(text).toContain('overdue by 10 min when this was written')
    expect(text).toContain('overdue by 5 min when this was written')
  })

  it.each(formats)('[HD3] in %s says of an update whose fate is open that nobody knows', format => {
    const drafts = [...halfWay, story.drafted(18, 'u2', { body: 'Second word' }), story.unsettled(19, 'u2')]
    const text = renderHandoff(contentOf(drafts, 20), format)
    expect(text).toContain('not known whether it is out')
    expect(text).toContain('Second word')
  })

  it.each(formats)('[HD3] in %s names the day where it is another', format => {
    const text = renderHandoff(contentOf(halfWay, 24 * 60), format)
    expect(text).toContain('20 Nov, 14:30 UTC')
    expect(text).toContain('Saturday 21 November 2026')
  })

  it.each(formats)('[HD10] in %s says who stands in, works in a sub-team, held a role before and answered', format => {
    const text = renderHandoff(contentOf([...halfWay, ...story.crewCalled(14, 'Database')], 20), format)
    const said = text.replace(/<[^>]*>|[|*]/g, ' ').replace(/\s+/g, ' ')
    expect(said).toContain('Second Database since 14:15 UTC')
    expect(said).toMatch(/Member Database/)
    expect(said).toMatch(/Database ?: Lead Database leads with Member Database ?, since 14:14 UTC/)
    expect(said).toMatch(/Database ?: First Database ?, 14:14 UTC to 14:15 UTC/)
    expect(said).toMatch(/14:16 UTC ?, 0 of 1 present; missing: Lead Database \(absent\)/)
  })

  it.each(formats)('[SG6] in %s has the strategy board, and nothing of one that was never used', format => {
    const said = (drafts: readonly EventDraft[]) =>
      renderHandoff(contentOf(drafts, 20), format)
        .replace(/<[^>]*>|[|*\\]/g, ' ')
        .replace(/\s+/g, ' ')
    const text = said([...halfWay, ...boardOf(14)])
    expect(text).toMatch(
      /Tasks running.*Grace Hopper ?: Roll back to 4\.1 ?, due 14:18 UTC ?, overdue, not acknowledged/,
    )
    expect(text).toMatch(/Tried.*Restart of half of the workers ?: no change/)
    expect(text).toMatch(/Hypotheses.*1\. Bad disk ?: eliminated ?, SMART is fine.*1, for: slow fsync/)
    expect(text).toMatch(/Open questions.*EU only\?/)
    expect(text).not.toContain('## Risks')
    expect(said(halfWay)).not.toMatch(/Tasks running|Hypotheses (open|eliminated)|EU only/)
  })

  it('[HD4] is one file: no script, no request, closed by its own policy', () => {
    const page = renderHandoff(contentOf(halfWay, 20), 'html')
    expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'")
    expect(page).not.toMatch(/<(script|link|img|iframe|object|form)\b|@import|url\(/i)
    expect(Buffer.byteLength(page)).toBeLessThan(30_000)
  })

  it.each(formats)('[HD5] in %s has every line of a long incident, each at the same cost', format => {
    const drafts = (count: number): readonly EventDraft[] => [
      story.declared(),
      ...Array.from({ length: count }, (_, index) => story.line(index / 100, 'note', `Line ${index} <of> *many*`)),
    ]
    const { incident, timeline } = story.recordOf(drafts(10_000))
    const text = renderHandoff(handoffContent(incident, timeline, story.minute(200)), format)
    expect(text.match(/Line \d+/g)).toHaveLength(10_000)
    const shorter = story.recordOf(drafts(5_000))
    const half = renderHandoff(handoffContent(shorter.incident, shorter.timeline, story.minute(200)), format)
    // bytes grow with the lines: what each line costs does not depend on how many there are
    expect(text.length / half.length).toBeLessThan(2.2)
  })
})
