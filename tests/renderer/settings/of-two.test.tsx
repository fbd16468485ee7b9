import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SettingsSheet } from '../../../src/renderer/features/settings/settings-dialog'
import { fail } from '../../../src/shared/lib/reply'
import { texts } from '../../../src/shared/texts/texts'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const NOW = 1_700_000_000_000

/** The first change meets what someone else set: the war room repeats all. */
async function metByAnother() {
  const link = createFakeLink({ now: () => NOW, board: cannedBoard(NOW) })
  const call = link.call
  let met = false
  link.call = (async (name: never, input: never) => {
    if (name === 'settings:change' && !met) {
      met = true
      link.calls.push({ name, input })
      return fail({ kind: 'conflict', code: 'setting-changed-meanwhile', message: 'met', values: {} })
    }
    const reply = await call(name, input)
    return met && name === 'settings:read' && reply.ok
      ? { ok: true, value: { ...(reply.value as object), mirror: 'all' } }
      : reply
  }) as never
  await stage(<SettingsSheet asked={texts.engine.mirror.name} leaveFor={() => undefined} />, link)
  const radios = within(await screen.findByRole('radiogroup', { name: texts.engine.mirror.name }))
  const radio = (mode: 'all' | 'decisions' | 'none') =>
    radios.getByRole<HTMLInputElement>('radio', { name: texts.room.mirror.modes[mode] })
  await waitFor(() => expect(radio('decisions').checked).toBe(true))
  fireEvent.click(radio('none'))
  const asked = await screen.findByRole('alert')
  expect(asked.textContent).toContain(`It now says: ${texts.room.mirror.modes.all}`)
  expect(radio('none').checked).toBe(true)
  const sent = () => link.calls.filter(({ name }) => name === 'settings:change').map(({ input }) => input)
  expect(sent()).toEqual([{ mirror: 'none', was: { mirror: 'decisions' } }])
  return { asked, radio, sent }
}

it('[SE8] a choice that meets another stays in sight, and is saved on top of it where the person keeps it', async () => {
  const { asked, sent } = await metByAnother()
  fireEvent.click(within(asked).getByRole('button', { name: /^Keep mine/ }))
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent().at(-1)).toEqual({ mirror: 'none', was: { mirror: 'all' } })
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})

it('[SE8] or gives way to theirs, and nothing is sent', async () => {
  const { asked, radio, sent } = await metByAnother()
  fireEvent.click(within(asked).getByRole('button', { name: /^Keep theirs/ }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(radio('all').checked).toBe(true)
  expect(sent()).toHaveLength(1)
})
