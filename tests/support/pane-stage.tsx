import './browser-gaps'
import { MantineProvider } from '@mantine/core'
import { cleanup, render, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach } from 'vitest'
import { CockpitProvider, createCockpit } from '../../src/renderer/stores/cockpit'
import type { Cockpit } from '../../src/renderer/stores/cockpit-stores'
import type { EngineLink } from '../../src/shared/contract/link'

afterEach(cleanup)

/** Puts a pane on a page of its own, fed by `link`, and waits until the link's greeting has come. */
export async function stage(pane: ReactNode, link: EngineLink): Promise<Cockpit> {
  const cockpit = createCockpit(link)
  render(
    <MantineProvider env="test">
      <CockpitProvider cockpit={cockpit}>{pane}</CockpitProvider>
    </MantineProvider>,
  )
  await waitFor(() => {
    if (cockpit.session.getState().welcome === null) throw new Error('The greeting has not come yet')
  })
  return cockpit
}
