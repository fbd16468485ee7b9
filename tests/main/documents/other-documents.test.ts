import { expect, it } from 'vitest'
import { activityLog } from '../../../src/main/engine/documents/activity-log'
import type { DocumentTree } from '../../../src/main/engine/documents/blocks'
import { leadershipBrief } from '../../../src/main/engine/documents/leadership-brief'
import { shiftHandoff } from '../../../src/main/engine/documents/shift-handoff'
import { writeHtml } from '../../../src/main/engine/documents/write-html'
import { writeMarkdown } from '../../../src/main/engine/documents/write-markdown'
import { bare, boardOf, contentOf, halfWay } from './sample'

const content = contentOf([...halfWay, ...boardOf(14)], 20)
const text = (tree: DocumentTree) => writeMarkdown(tree)

it.each([
  ['shift', shiftHandoff],
  ['leadership', leadershipBrief],
  ['ics-214', activityLog],
] as const)(
  '[OD1] [OD2] [OD3] the document “%s” says its time and age, and is drawn of a bare incident too',
  (_, draw) => {
    expect(text(draw(content))).toMatch(/As of \*\*14:20:00 UTC/)
    expect(text(draw(content))).toContain('Newest line of the record: 14:17 UTC')
    const page = writeHtml(draw(contentOf(bare, 45)), () => undefined)
    expect(page).toContain('Drill: none of this is real')
  },
)

it('[OD1] a shift reads from whom to whom, what is done and runs, who does what, what is pending, and the last lines', () => {
  const said = text(shiftHandoff(content))
  expect(said).toMatch(/\*\*From:\*\* Ada Lovelace, ?since 14:01 UTC|\*\*From:\*\* Ada Lovelace · since 14:01 UTC/)
  expect(said).toMatch(/\*\*To:\*\* Nobody/)
  expect(said).toMatch(/## Mitigations done\n\n- Restart of half of the workers: \*\*no change\*\*/)
  expect(said).toMatch(/## Running\n\n- Grace Hopper: Roll back to 4\\?\.1/)
  expect(said).toMatch(/## Pending decisions[\s\S]*## Customers read last[\s\S]*## Open questions\n\n- EU only\?/)
  expect(said).toMatch(/## Timeline of the last 12 hours[\s\S]*Rollback started in eu-1/)
})

it('[OD2] leadership reads one page: how bad, what is done, what to decide, when who hears; no line of the timeline', () => {
  const said = text(leadershipBrief(content))
  expect(said).toContain('One in three card payments fails')
  expect(said).toMatch(/## What is being done\n\n- Rolling back payments-api to 4\\?\.1/)
  expect(said).toContain('## Customers read last')
  expect(said).not.toContain('Rollback started in eu-1')
  expect(said.length).toBeLessThan(2_500)
})

it('[OD3] the activity log has the boxes of ICS 214 in their order, people with their positions, and notable lines', () => {
  const said = text(activityLog(content))
  const boxes = [
    '1. Incident name',
    '2. Operational period',
    '3. Name',
    '4. ICS position',
    '5. Home agency',
    '6. Resources',
    '7. Activity',
    '8. Prepared',
  ]
  const places = boxes.map(box => said.indexOf(box))
  expect(places.every(place => place > 0)).toBe(true)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(said).toMatch(/\| Grace Hopper \| Tech lead \| since 14:01 UTC/)
  expect(said).toMatch(/2026-11-20 14:00 UTC/)
  expect(said).toMatch(/Rollback started in eu-1/)
  expect(said).not.toContain('Might be the card network')
})
