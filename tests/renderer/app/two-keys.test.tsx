import { act, cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { createPaneWindows } from '../../../src/renderer/app/layouts/pane-windows'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { stack } from '../../../src/renderer/app/layouts/tree'
import { SecondKeys } from '../../../src/renderer/app/two-keys'
import { useKeymap } from '../../../src/renderer/app/use-keymap'
import type { CommandId } from '../../../src/renderer/commands/command-list'
import { keymap } from '../../../src/renderer/commands/keymap'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

const layouts = createLayouts({
  stored: nothingStored,
  first: { name: null, tree: stack('timeline') },
  windows: createPaneWindows(window, 'timeline'),
  notify: () => undefined,
})

function Keys({ onRowKey }: { readonly onRowKey: (key: string) => void }) {
  return (
    <>
      <SecondKeys first={useKeymap(layouts)} />
      <button type="button" onKeyDown={event => onRowKey(event.key)}>
        row
      </button>
      <input aria-label="field" />
    </>
  )
}

async function page() {
  const [asked, onRow]: [(CommandId | null)[], string[]] = [[], []]
  const { cockpit } = await show(<Keys onRowKey={key => onRow.push(key)} />)
  cockpit.focus.subscribe(({ requested }) => requested !== null && asked.push(requested))
  const press = (key: string, on: Element = screen.getByText('row')) => fireEvent.keyDown(on, { key })
  const says = () => JSON.stringify(cockpit.faults.getState().keys ?? null)
  return { cockpit, asked, onRow, press, says }
}

const hint = () => screen.queryByRole('status')

describe('[KW5] a command of two keys', () => {
  it('shows what may follow, runs, and keeps the second key from the row that has the focus', async () => {
    const { asked, onRow, press } = await page()
    press('O')
    expect(hint()?.textContent).toContain('Post to Slack')
    expect(asked).toEqual([])
    onRow.length = 0
    press('p')
    expect([asked, onRow, hint()]).toEqual([['chat-post'], [], null])
    press('r')
    expect(onRow).toEqual(['r'])
  })

  it('says what follows where another key was pressed, which does nothing of its own', async () => {
    const { asked, onRow, press, says } = await page()
    press('O')
    onRow.length = 0
    press('n')
    expect([asked, onRow, hint()]).toEqual([[], [], null])
    expect(says()).toContain('after O press one of')
    press('n')
    expect(asked).toEqual(['declare'])
  })

  it('is let go by Esc, by a click and by a field, without a word', async () => {
    const { asked, press, says } = await page()
    press('O')
    press('Escape')
    press('O')
    fireEvent.pointerDown(document.body)
    expect(hint()).toBeNull()
    press('O')
    press('p', screen.getByLabelText('field'))
    expect([asked, hint(), says()]).toEqual([[], null, 'null'])
  })

  it('[KW1] waits for the record whole, and leaves a modifier alone', async () => {
    const { cockpit, asked, press } = await page()
    const { record } = cockpit.incident.getState()
    act(() => cockpit.incident.setState({ record: undefined }))
    press('O')
    press('Shift')
    press('m')
    expect([asked, cockpit.waitingKeys.getState().keys]).toEqual([[], ['O m']])
    await act(async () => cockpit.incident.setState({ record }))
    await settle()
    expect(asked).toEqual(['maintenance'])
  })
})

it('[KW5] no key that begins a command of two is a command itself', () => {
  const firsts = new Set(keymap.filter(({ key }) => key.includes(' ')).map(({ key }) => key.slice(0, key.indexOf(' '))))
  expect(firsts.size).toBeGreaterThan(0)
  expect(keymap.filter(({ key }) => firsts.has(key))).toEqual([])
})
