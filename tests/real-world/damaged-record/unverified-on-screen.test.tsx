import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it } from 'vitest'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { texts } from '../../../src/shared/texts/texts'
import { settle, show } from '../../support/shown'
import '../../support/pane-stage'

afterEach(() => {
  cleanup()
  localStorage.clear()
})

const unverified = () =>
  screen.queryAllByText(texts.timeline.after.notVerified).map(note => note.closest('article')?.textContent ?? '')

it('[IN13] the timeline says of each line behind the damage that it is not verified, and of no other', async () => {
  const { link, cockpit, incident } = await show(<TimelinePane />)
  for (const text of ['Pool is full', 'Rolled back']) {
    fireEvent.change(screen.getByLabelText('Timeline line'), { target: { value: text } })
    fireEvent.keyDown(screen.getByLabelText('Timeline line'), { key: 'Enter' })
    await settle()
  }
  expect(unverified()).toEqual([])
  const lines = cockpit.incident.getState().record?.timeline ?? []
  const proven = lines.find(({ text }) => text === 'Pool is full')
  const [provenSeq, provenUntil] = [proven?.seq ?? 0, Date.now()]
  const damage = { what: 'altered', place: 9, missing: 0, provenSeq, provenUntil } as const
  await act(async () => link.push('recordProblems', [{ kind: 'damaged', incident, title: 'Cards fail', damage }]))
  expect(unverified()).toEqual([expect.stringContaining('Rolled back')])
})
