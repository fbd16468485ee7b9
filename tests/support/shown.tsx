import './browser-gaps'
import { MantineProvider } from '@mantine/core'
import { act, render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { CockpitProvider, createCockpit } from '../../src/renderer/stores/cockpit'
import type { Cockpit } from '../../src/renderer/stores/cockpit-stores'
import { type IncidentId, newId } from '../../src/shared/domain/ids'
import { createFakeLink, type FakeLink } from './fake-link'

export const emptyBoard = {
  feeds: [],
  alerts: [],
  panels: [],
  pages: [],
  deploys: [],
  rules: [],
  annotations: [],
  proposals: [],
} as const

export interface Shown {
  readonly link: FakeLink
  readonly cockpit: Cockpit
  readonly incident: IncidentId
}

/** Draws `children` in a cockpit whose engine has one SEV-2 incident declared, and waits until it is there. */
export async function show(children: ReactNode, prepare?: (link: FakeLink) => void): Promise<Shown> {
  const link = createFakeLink({ now: Date.now, board: emptyBoard })
  const incident = newId<IncidentId>()
  await link.call('incident:declare', { incident, title: 'Cards fail', severity: 'SEV-2', impact: '' })
  prepare?.(link)
  const cockpit = createCockpit(link)
  render(
    <MantineProvider env="test">
      <CockpitProvider cockpit={cockpit}>{children}</CockpitProvider>
    </MantineProvider>,
  )
  await settle()
  return { link, cockpit, incident }
}

/** Lets answers that are on their way arrive. */
export async function settle(): Promise<void> {
  await act(async () => {
    await new Promise(resolve => setTimeout(resolve, 0))
  })
}
