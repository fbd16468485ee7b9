import '../../support/browser-gaps'
import { MantineProvider } from '@mantine/core'
import { cleanup, render } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { afterEach, expect, it } from 'vitest'
import { createLayouts } from '../../../src/renderer/app/layouts/layouts'
import { createPaneWindows } from '../../../src/renderer/app/layouts/pane-windows'
import { nothingStored } from '../../../src/renderer/app/layouts/stored-layouts'
import { stack } from '../../../src/renderer/app/layouts/tree'
import { useKeymap } from '../../../src/renderer/app/use-keymap'
import { CockpitProvider, createCockpit } from '../../../src/renderer/stores/cockpit'
import { useCommand } from '../../../src/renderer/stores/use-command'
import { createFakeLink } from '../../support/fake-link'
import { emptyBoard } from '../../support/shown'

afterEach(cleanup)

it('[KW1] a key pressed as soon as the page is there is heard, before anything was painted', () => {
  const cockpit = createCockpit(createFakeLink({ now: Date.now, board: emptyBoard }))
  const layouts = createLayouts({
    stored: nothingStored,
    first: { name: null, tree: stack('timeline') },
    windows: createPaneWindows(window, 'timeline'),
    notify: () => undefined,
  })
  const opened: string[] = []
  const open = () => void opened.push('times')
  function Page() {
    useKeymap(layouts)
    useCommand('times', open)
    return null
  }
  const pressed = new KeyboardEvent('keydown', { key: 'T', bubbles: true })
  /** Presses while React is still busy with the page: its later effects have not run. */
  function Hasty() {
    useLayoutEffect(() => void document.body.dispatchEvent(pressed), [])
    return <Page />
  }
  render(
    <MantineProvider env="test">
      <CockpitProvider cockpit={cockpit}>
        <Hasty />
      </CockpitProvider>
    </MantineProvider>,
  )
  expect(opened).toEqual(['times'])
})
