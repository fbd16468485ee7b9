import { cleanup, fireEvent, screen } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { ConnectionsDialog } from '../../../src/renderer/features/connections/connections-dialog'
import { SeverityDialog } from '../../../src/renderer/features/incident-bar/edit-dialogs'
import { IncidentsDialog } from '../../../src/renderer/features/incidents/incidents-dialog'
import { useRecord } from '../../../src/renderer/stores/cockpit'
import { Dialog } from '../../../src/renderer/ui/dialog'
import { Form } from '../../../src/renderer/ui/form'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

const held = () => document.activeElement
const dialog = () => screen.getByRole('dialog')

async function pressButton(name: string): Promise<void> {
  const button = screen.getByRole('button', { name })
  button.focus()
  fireEvent.click(button)
  await settle()
}

/** Presses a key where the focus is, as a browser does. */
const press = (key: string, more = {}) => fireEvent.keyDown(held() ?? document.body, { key, ...more })

function Connections() {
  const [opened, setOpened] = useState(true)
  return <ConnectionsDialog opened={opened} onClose={() => setOpened(false)} />
}

describe('[DG1] the keyboard stays in an open dialog', () => {
  it.each(['Save', 'Remove'])(
    'after “%s” in the connections, which takes the form with it: Tab goes round, Esc closes',
    async name => {
      await show(<Connections />)
      await settle()
      fireEvent.click(screen.getByRole('button', { name: /^Grafana/ }))
      await settle()
      if (name === 'Remove') await pressButton('Remove')
      else {
        screen.getByRole('button', { name: 'Save' }).focus()
        fireEvent.submit(screen.getByRole('button', { name: 'Save' }))
        await settle()
      }
      expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
      expect(dialog().contains(held())).toBe(true)
      press('Escape')
      await settle()
      expect(screen.queryByRole('dialog')).toBeNull()
    },
  )

  it('when nothing in it can take the focus, and when the focus fell to the page', async () => {
    const closed: string[] = []
    await show(
      <>
        <button type="button">Beneath</button>
        <Dialog opened onClose={() => closed.push('closed')} title="Words alone">
          Nothing to choose
        </Dialog>
      </>,
    )
    expect(dialog().contains(held())).toBe(true)
    ;(held() as HTMLElement).blur()
    press('Tab')
    expect(dialog().contains(held())).toBe(true)
    screen.getByText('Beneath').focus()
    expect(dialog().contains(held())).toBe(true)
    ;(held() as HTMLElement).blur()
    press('Escape')
    expect(closed).toEqual(['closed'])
  })

  it('Tab goes from its last place to its first and back, past the rest of a group of choices', async () => {
    await show(
      <Dialog opened onClose={() => undefined} title="Round">
        <button type="button">First</button>
        <input type="radio" name="group" aria-label="Chosen" defaultChecked />
        <input type="radio" name="group" aria-label="Other" />
      </Dialog>,
    )
    screen.getByLabelText('Chosen').focus()
    press('Tab')
    expect(held()).toBe(screen.getByRole('button', { name: 'Close' }))
    press('Tab', { shiftKey: true })
    expect(held()).toBe(screen.getByLabelText('Chosen'))
  })
})

function Severity() {
  const incident = useRecord(record => record.incident)
  return incident === undefined ? null : <SeverityDialog incident={incident} opened onClose={() => undefined} />
}

describe('[DG3] a digit chooses and Enter sends', () => {
  it('from the choice itself: the focus goes along, so that one option is lit', async () => {
    const { link } = await show(<Severity />)
    press('1')
    await settle()
    expect(held()).toBe(screen.getByRole('radio', { name: /SEV-1/ }))
    expect(dialog().querySelectorAll('[data-chosen="true"]')).toHaveLength(1)
    expect(link.calls.some(({ name }) => name === 'incident:change-severity')).toBe(false)
  })

  it('from a button beside it too, and never from a text, nor with a digit that stands nowhere', async () => {
    await show(<Severity />)
    screen.getByRole('button', { name: /Keep/ }).focus()
    press('3')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /SEV-3/ }).checked).toBe(true)
    press('9')
    press('0')
    press('1', { ctrlKey: true })
    screen.getByRole('textbox').focus()
    press('1')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /SEV-3/ }).checked).toBe(true)
  })

  it('a second Enter while the first is under way sends nothing', async () => {
    const sent: string[] = []
    const never = new Promise<void>(() => undefined)
    await show(
      <Form
        submit="Send"
        onSubmit={() => {
          sent.push('sent')
          return never
        }}
      >
        <input aria-label="Field" />
      </Form>,
    )
    const form = screen.getByLabelText('Field').closest('form') as HTMLFormElement
    fireEvent.submit(form)
    fireEvent.submit(form)
    expect(sent).toEqual(['sent'])
  })
})

it('[DG4] the mouse takes the one light along instead of lighting a second row', async () => {
  const { link } = await show(<IncidentsDialog opened onClose={() => undefined} />)
  await link.call('incident:declare', {
    incident: crypto.randomUUID() as never,
    title: 'Search is slow',
    severity: 'SEV-3',
    impact: '',
  })
  await settle()
  const row = screen.getByRole('option', { name: /Search is slow/ })
  const lit = () => screen.getAllByRole('option', { selected: true })
  expect(lit()).toEqual([screen.getByRole('option', { name: /Cards fail/ })])
  fireEvent.pointerMove(row)
  expect(lit()).toEqual([row])
})
