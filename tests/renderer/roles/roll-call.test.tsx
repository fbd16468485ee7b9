import { fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { RolesPane } from '../../../src/renderer/features/roles/roles-pane'
import { firstUnmarked, MARKS_VALID, type SavedMarks, validMarks } from '../../../src/renderer/features/roles/roll-call'
import { type IncidentId, newId, type ResponderId } from '../../../src/shared/domain/ids'
import { responderNamed } from '../../../src/shared/domain/people'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const now = Date.UTC(2026, 10, 20, 12)
const incident = newId<IncidentId>()
const marks = new Map([['mei' as ResponderId, 'present' as const]])
const saved: SavedMarks = { incident, at: now, marks }

describe('[RO14] marks of a roll call that was left', () => {
  it('are valid for ten minutes, in the same incident, until a roll call is recorded', () => {
    expect(validMarks(saved, incident, null, now + MARKS_VALID - 1)).toBe(saved)
    expect(validMarks(saved, incident, null, now + MARKS_VALID)).toBeUndefined()
    expect(validMarks(saved, newId<IncidentId>(), null, now)).toBeUndefined()
    const by = { kind: 'system' } as never
    expect(validMarks(saved, incident, { at: now - 1, by, lines: [] }, now)).toBe(saved)
    expect(validMarks(saved, incident, { at: now + 1, by, lines: [] }, now + 2)).toBeUndefined()
  })

  it('lead to the first person without one', () => {
    const called = ['Mei', 'Ada'].map(name => {
      const responder = responderNamed(name)
      if (responder === undefined) throw new Error('A name that cannot be one')
      return { responder, posts: [] }
    })
    const marks = new Map(called.slice(0, 1).map(({ responder }) => [responder.id, 'present' as const]))
    expect(firstUnmarked(called, marks)).toBe(1)
    expect(firstUnmarked(called.slice(0, 1), marks)).toBe(1)
  })

  it('come back after Esc, show in the pane meanwhile, and go once recorded', async () => {
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
    expect(screen.queryByText(/^Continued from/)).toBeNull()
    fireEvent.keyDown(screen.getByRole('dialog'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(screen.getByText(/^Roll call not saved, 1 of 2 marked/)).toBeTruthy()
    fireEvent.click(screen.getByRole('button', { name: /^Roll call/ }))
    expect(await screen.findByText(/^Continued from/)).toBeTruthy()
    const next = screen.getByRole('button', { name: 'Jonas, Tech lead: present' })
    expect(next.closest('li')?.getAttribute('aria-current')).toBe('true')
    fireEvent.keyDown(next, { key: 'p' })
    fireEvent.keyDown(next, { key: 'Enter' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(link.calls.find(({ name }) => name === 'roles:call-roll')?.input).toMatchObject({ absent: [] })
    expect(screen.queryByText(/not saved/)).toBeNull()
  })
})
