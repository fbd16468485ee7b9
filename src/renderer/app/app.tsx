import { MantineProvider } from '@mantine/core'
import { useState } from 'react'
import type { EngineLink } from '../../shared/contract/link'
import { CockpitProvider, createCockpit } from '../stores/cockpit'
import { keptName } from '../stores/kept-name'
import './styles'
import { Screens } from './screens'
import { cssVariables, theme } from './theme'

export function App({ link }: { link: EngineLink }) {
  const [cockpit] = useState(() => createCockpit(link, keptName(window.localStorage)))
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="dark">
      <CockpitProvider cockpit={cockpit}>
        <Screens />
      </CockpitProvider>
    </MantineProvider>
  )
}
