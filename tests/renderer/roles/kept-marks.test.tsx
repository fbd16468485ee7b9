import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import {
  firstUnmarked,
  type KeptMarks,
  MARKS_STAND,
  standingMarks,
} from '../../../src/renderer/features/roles/kept-marks'
import { RolesPane } from '../../../src/renderer/features/roles/roles-pane'
import { type IncidentId, newId, type ResponderId } from '../../../src/shared/domain/ids'
import { responderNamed } from '../../../src/shared/domain/people'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 12)
const incident = newId<IncidentId>()
const heard = new Map([['mei' as ResponderId, 'present' as const]])
const kept: KeptMarks = { incident, at: now, heard }

describe('[RO14] marks of a roll call that was left', () => {
  it('stand for ten minutes, in the same incident, until somebody writes one down', () => {
    expect(standingMarks(kept, incident, null, now + MARKS_STAND - 1)).toBe(kept)
    expect(standingMarks(kept, incident, null, now + MARKS_STAND)).toBeUndefined()
    expect(standingMarks(kept, newId<IncidentId>(), null, now)).toBeUndefined()
    const by = { kind: 'system' } as never
    expect(standingMarks(kept, incident, { at: now - 1, by, lines: [] }, now)).toBe(kept)
    expect(standingMarks(kept, incident, { at: now + 1, by, lines: [] }, now + 2)).toBeUndefined()
  })

  it('lead to whoever is asked for next', () => {
    const called = ['Mei', 'Ada'].map(name => {
      const responder = responderNamed(name)
      if (responder === undefined) throw new Error('A name that cannot be one')
      return { responder, posts: [] }
    })
    const marks = new Map(called.slice(0, 1).map(({ responder }) => [responder.id, 'present' as const]))
    expect(firstUnmarked(called, marks)).toBe(1)
    expect(firstUnmarked(called.slice(0, 1), marks)).toBe(1)
  })

  it('are there again after Esc, stand in the pane meanwhile, and go once they are written down', async () => {
    const link = createFakeLink({ now: () => now, board: cannedBoard(now) })
    await link.call('incident:declare', { incident, title: 'Shop fails', severity: 'SEV-1', impact: '' })
    for (const [role, name] of [
      ['ic', 'Ada'],
      ['tech', 'Jonas'],
    ] as const)
      await link.call('roles:assign', { incident, role, name })
    const cockpit = await stage(<RolesPane />, link)
    await waitFor(() => expect(cockpit.incident.getState().record?.incident.roles.tech).toBeTruthy())
    fireEvent.click(screen.getByRole('button', { name: /^Roll call/ }))
    fireEvent.keyDown(await screen.findByRole('button', { name: 'Ada, Incident commander: present' }), { key: 'p' })
    expect(screen.queryByText(/^Goes on where/)).toBeNull()
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByText(/^Roll call not written down, 1 of 2 marked/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^Roll call/ }))
    expect(await screen.findByText(/^Goes on where/)).toBeTruthy()
    const next = screen.getByRole('button', { name: 'Jonas, Tech lead: present' })
    expect(next.closest('li')?.getAttribute('aria-current')).toBe('true')
    fireEvent.keyDown(next, { key: 'p' })
    fireEvent.keyDown(next, { key: 'Enter' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(link.calls.find(({ name }) => name === 'roles:call-roll')?.input).toMatchObject({ absent: [] })
    expect(screen.queryByText(/not written down/)).toBeNull()
  })
})
