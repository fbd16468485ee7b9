import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { IncidentBar } from '../../../src/renderer/features/incident-bar/incident-bar'
import { responderNamed } from '../../../src/shared/domain/people'
import { texts } from '../../../src/shared/texts/texts'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)

const bo = responderNamed('Bo')
if (bo === undefined) throw new Error('The test person has no name')

async function opened(place: 'severity' | 'status' | 'impact'): Promise<Shown> {
  const shown = await show(<IncidentBar />)
  act(() => shown.cockpit.focus.request(place))
  await screen.findByRole('dialog', { name: texts.keymap.asks[place] })
  return shown
}

/** As it comes from another screen. */
async function colleague(
  { link, incident }: Shown,
  name: 'incident:change-severity' | 'incident:change-status',
  to: string,
) {
  await act(async () => {
    await link.call(name, { incident, to, reason: '' } as never)
  })
  await settle()
}

const submit = () => screen.getByRole('dialog').querySelector('button[type="submit"]')
const sent = ({ link }: Shown, name: string) => link.calls.filter(call => call.name === name).map(({ input }) => input)

describe('[ED2] a dialog that is open while a colleague changes the same', () => {
  it('shows their severity, and Enter means what it meant', async () => {
    const shown = await opened('severity')
    expect(submit()?.textContent).toContain('Keep as is')
    await colleague(shown, 'incident:change-severity', 'SEV-1')
    expect(submit()?.textContent).toContain('Keep as is')
    expect(screen.getByRole('alert').textContent).toContain('Someone else changed this')
    expect(screen.getByRole('alert').textContent).toContain('SEV-1')
    fireEvent.click(screen.getByRole('button', { name: 'Keep theirs' }))
    await settle()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(sent(shown, 'incident:change-severity')).toHaveLength(1)
  })

  it('sends no change before the person has chosen, and then says that it goes on from the new one', async () => {
    const shown = await opened('severity')
    fireEvent.click(screen.getByRole('radio', { name: /SEV-4/ }))
    await colleague(shown, 'incident:change-severity', 'SEV-1')
    expect(submit()?.textContent).toContain('Change to SEV-4')
    fireEvent.submit(submit()?.closest('form') as HTMLFormElement)
    await settle()
    expect(sent(shown, 'incident:change-severity')).toHaveLength(1)
    fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }))
    fireEvent.submit(submit()?.closest('form') as HTMLFormElement)
    await settle()
    expect(sent(shown, 'incident:change-severity').at(-1)).toMatchObject({ to: 'SEV-4', was: 'SEV-1' })
  })

  it('does so for the status', async () => {
    const shown = await opened('status')
    await colleague(shown, 'incident:change-status', 'identified')
    expect(submit()?.textContent).toContain('Keep as is')
    expect(screen.getByRole('alert').textContent).toContain('Someone else changed this')
  })

  it('keeps what was typed of the impact, beside what they said', async () => {
    const shown = await opened('impact')
    const field = screen.getByRole('textbox', { name: /Impact/ })
    fireEvent.change(field, { target: { value: 'One in four card payments fails' } })
    await act(async () => {
      await shown.link.call('incident:state-impact', { incident: shown.incident, impact: 'All cards fail' })
    })
    await settle()
    expect((field as HTMLInputElement).value).toBe('One in four card payments fails')
    expect(screen.getByRole('alert').textContent).toContain('All cards fail')
  })

  it.each([
    ['t', null],
    ['m', 'One in four card payments fails'],
  ] as const)('Enter leads to the choice, and %s makes it', async (key, impact) => {
    const shown = await opened('impact')
    const field = screen.getByRole('textbox', { name: /Impact/ })
    fireEvent.change(field, { target: { value: 'One in four card payments fails' } })
    await act(async () => {
      await shown.link.call('incident:state-impact', { incident: shown.incident, impact: 'All cards fail' })
    })
    await settle()
    expect(submit()?.getAttribute('aria-disabled')).toBe('true')
    expect(screen.getByRole('dialog').textContent).toContain(texts.colleagues.decideFirst)
    fireEvent.keyDown(field, { key })
    expect(screen.getByRole('alert')).toBeTruthy()
    fireEvent.submit(submit()?.closest('form') as HTMLFormElement)
    await settle()
    expect(document.activeElement).toBe(screen.getByRole('alert'))
    fireEvent.keyDown(screen.getByRole('alert'), { key })
    await settle()
    expect(screen.queryByRole('alert')).toBeNull()
    expect(screen.queryByRole('dialog') === null).toBe(key === 't')
    if (impact === null) return
    expect(submit()?.getAttribute('aria-disabled')).toBeNull()
    fireEvent.submit(submit()?.closest('form') as HTMLFormElement)
    await settle()
    expect(sent(shown, 'incident:state-impact').at(-1)).toMatchObject({ impact, was: 'All cards fail' })
  })

  it('its letters are heard beside options too, which digits choose', async () => {
    const shown = await opened('severity')
    await colleague(shown, 'incident:change-severity', 'SEV-1')
    fireEvent.keyDown(screen.getByRole('radio', { name: /SEV-3/ }), { key: '3' })
    expect(submit()?.textContent).toContain('Change to SEV-3')
    fireEvent.keyDown(screen.getByRole('radio', { name: /SEV-3/ }), { key: 'm' })
    expect(screen.queryByRole('alert')).toBeNull()
    expect(submit()?.textContent).toContain('Change to SEV-3')
  })

  it('says who else is at it', async () => {
    const shown = await opened('impact')
    expect(sent(shown, 'session:editing').at(-1)).toEqual({ editing: { incident: shown.incident, what: 'impact' } })
    const editor = { incident: shown.incident, who: bo, screen: 'Firefox on Linux' }
    act(() => shown.link.push('editors', [{ ...editor, what: 'impact' }]))
    expect(screen.getByRole('dialog').textContent).toContain('Bo is editing this too.')
    act(() => shown.link.push('editors', [{ ...editor, what: 'severity' }]))
    expect(screen.getByRole('dialog').textContent).not.toContain('editing this too')
  })
})
