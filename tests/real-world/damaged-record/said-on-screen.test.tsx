import { act, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { Wallboard } from '../../../src/renderer/features/wallboard/wallboard'
import type { RecordProblem } from '../../../src/shared/contract/record-problems'
import { type IncidentId, newId } from '../../../src/shared/domain/ids'
import { settle, show } from '../../support/shown'

const provenUntil = Date.UTC(2026, 4, 12, 14, 3, 22)

function damaged(incident: IncidentId, title: string | null, place = 4): RecordProblem {
  return { kind: 'damaged', incident, title, damage: { what: 'altered', place, missing: 2, provenSeq: 3, provenUntil } }
}

it('[IN5] says over the bar which incident is damaged, where, until when it is proven and what that means', async () => {
  const { link, incident } = await show(<IncidentBar />)
  await act(async () =>
    link.push('recordProblems', [damaged(newId(), 'Search is slow'), damaged(incident, 'Cards fail')]),
  )
  const own = (await screen.findByText(/Cards fail: event 4 of its record/)).textContent
  expect(own).toContain('Cards fail: event 4 of its record')
  expect(own).toContain('2 events are missing')
  expect(own).toContain('Verified until 2026-05-12 14:03:22 UTC')
  expect(screen.getByRole('status').textContent).toContain('Search is slow')
})

it('[IN5] says it on the wall too, and stops when all is well', async () => {
  const { link } = await show(<Wallboard onLeave={() => undefined} />)
  await act(async () => link.push('recordProblems', [{ kind: 'folder-moved', folder: '/home/ada/deck' }]))
  expect(screen.getByText(/nothing more is saved/).textContent).toContain('/home/ada/deck was moved')
  await act(async () => link.push('recordProblems', []))
  await settle()
  expect(screen.queryByText(/nothing more is saved/)).toBeNull()
})

it('[IN10] says which part of the file is broken and what to do, as an alert', async () => {
  const { link } = await show(<IncidentBar />)
  const index = { table: 'event', index: true }
  await act(async () => link.push('recordProblems', [{ kind: 'file-damaged', parts: [index] }]))
  await screen.findAllByText(/damaged in an index of the table event/)
  const alerts = () => screen.getAllByRole('alert').map(({ textContent }) => textContent)
  expect(alerts()).toContainEqual(expect.stringMatching(/damaged in an index of the table event: .*backup FILE/))
  const table = { table: 'act', index: false }
  await act(async () => link.push('recordProblems', [{ kind: 'file-damaged', parts: [index, table] }]))
  expect(alerts()).toContainEqual(expect.stringMatching(/the table act: .*quarterdeck restore/))
})

it('[IN5] of a wholly broken file says three and how many more, so that the work stays in sight', async () => {
  const { link } = await show(<IncidentBar />)
  const many = Array.from({ length: 40 }, (_, n) => damaged(newId(), n === 0 ? null : `Incident ${n}`, n + 1))
  await act(async () => link.push('recordProblems', many))
  expect(await screen.findByText('37 more like them')).toBeTruthy()
  expect(screen.getByText(/^An incident without a readable title: event 1/)).toBeTruthy()
})
