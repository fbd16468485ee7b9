import { MantineProvider } from '@mantine/core'
import { useState } from 'react'
import type { EngineLink } from '../../shared/contract/link'
import { CockpitProvider, createCockpit } from '../stores/cockpit'
import './styles'
import { Layout } from './layout'
import { cssVariables, theme } from './theme'

export function App({ link }: { link: EngineLink }) {
  const [cockpit] = useState(() => createCockpit(link))
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="dark">
      <CockpitProvider cockpit={cockpit}>
        <Layout />
      </CockpitProvider>
    </MantineProvider>
  )
}
