import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { EntryText } from '../../../src/renderer/features/timeline/list/entry-text'
import type { TimelineEntry } from '../../../src/shared/domain/timeline'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { updatePublished } from '../../../src/shared/events/update-published'
import { declared, engineItself, minute, recordOf } from '../../support/folded-incident'

afterEach(cleanup)

const body = `One in four card payments fails. ${'We look into it, and tell you more. '.repeat(6)}The end.`

/** The line that stands in the timeline when an update has been published. */
function publishedLine(): TimelineEntry {
  const channel = { vendor: 'statuspage', connection: 'sp' as never, target: 'p', label: 'Shop status' } as const
  const content: UpdateContent = {
    ...({ stage: 'progress', channel, title: 'Payments fail', body, status: 'identified', components: {} } as const),
    ...{ notify: true, nextUpdateAt: null },
  }
  const event = updatePublished.draft(
    { update: 'u' as never, content, audience: 'customers', externalId: 'x', url: null },
    minute(1),
    engineItself,
  )
  const line = recordOf([declared(), event]).timeline.at(-1)
  if (line === undefined) throw new Error('A published update has a line')
  return line
}

it('folds what customers were told to two lines, and shows all of it when asked', () => {
  const entry = publishedLine()
  const toggled: string[] = []
  const text = (whole: boolean) => (
    <EntryText entry={entry} words={[]} whole={whole} toggleWhole={key => toggled.push(key)} />
  )
  const { rerender } = render(text(false))
  const shown = screen.getByText(/^Published to Shop status \(identified\): One in four/)
  expect(shown.dataset).toMatchObject({ folded: 'true', automatic: 'true' })
  fireEvent.click(screen.getByRole('button', { name: 'Show all' }))
  expect(toggled).toEqual([entry.id])
  rerender(text(true))
  expect(shown.dataset.folded).toBe('false')
  expect(shown.textContent?.endsWith('The end.')).toBe(true)
})
