import { fireEvent, screen } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import type { Fault } from '../../../src/shared/contract/faults'
import { texts } from '../../../src/shared/texts/texts'
import { settle, show } from '../../support/shown'
import '../../support/pane-stage'

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

async function refused(fault: Fault) {
  const shown = await show(<TimelinePane />)
  shown.link.failNext('timeline:append', fault)
  const field = screen.getByLabelText('Timeline line')
  fireEvent.change(field, { target: { value: 'Пул заполнен' } })
  fireEvent.keyDown(field, { key: 'Enter' })
  await settle()
  return shown
}

const full = { kind: 'not-stored', message: 'Not saved: the disk rejected this (full). Free up space.' } as const

it('[DF8] a line that the disk refused is said to be in this browser only, once', async () => {
  await refused(full)
  expect(screen.getByText(full.message)).toBeTruthy()
  expect(screen.getByText(texts.scribe.onlyInBrowser)).toBeTruthy()
})

it('[DF8] where the browser stores nothing either, the window is said to be its only place', async () => {
  vi.spyOn(console, 'warn').mockReturnValue()
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  await refused(full)
  expect(screen.getByText(texts.scribe.onlyInWindow)).toBeTruthy()
  expect(screen.queryByText(texts.scribe.onlyInBrowser)).toBeNull()
})

it('[DF8] of a line whose commit failed nobody says that it was not written', async () => {
  await refused({ kind: 'storage-unknown', message: 'The disk failed.' })
  expect(screen.getByText('It may have been written: The disk failed.')).toBeTruthy()
  expect(screen.queryByText(/^Not written/)).toBeNull()
})

it('a line that a rule refused is said not to be written', async () => {
  await refused({ kind: 'refused', message: 'Too long.' })
  expect(screen.getByText('Not written: Too long.')).toBeTruthy()
})
