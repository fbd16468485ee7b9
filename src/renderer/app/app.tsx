import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { loadFaultTexts } from '../../shared/contract/fault-catalogue'
import type { EngineLink } from '../../shared/contract/link'
import { Alarms } from '../features/alarms/alarms'
import { createBrowserSettings, followOtherWindows } from '../stores/browser-settings'
import { CockpitProvider, createCockpit } from '../stores/cockpit'
import type { Cockpit } from '../stores/cockpit-stores'
import { dressPage, followLook } from '../stores/look-store'
import { storedUserName } from '../stores/session-names'
import { ClockContext, shownClock } from '../ui/clock-face'
import { keepPlace } from '../ui/hold-keyboard'
import { spendHeldKeys } from './held-keys'
import { hearMeantKeys } from './meant-keys'
import './mantine.css'
import '../ui/tokens.css'
import '../ui/base.css'
import { Views } from './views'
import { IncidentSubject } from './which-incident'

export function App({ link }: { link: EngineLink }) {
  const [cockpit] = useState(() =>
    createCockpit(link, storedUserName(window.localStorage), createBrowserSettings(window.localStorage)),
  )
  useLayoutEffect(() => {
    // First, so that every other key listener gets the keys as they are meant.
    const stops = [hearMeantKeys(window), spendHeldKeys(window), keepPlace(document)]
    loadFaultTexts().catch(error => console.warn('Faults are said in English: their texts could not be loaded', error))
    return () => {
      for (const stop of stops) stop()
    }
  }, [])
  return (
    <Dressed cockpit={cockpit}>
      <CockpitProvider cockpit={cockpit}>
        <IncidentSubject>
          <Views />
        </IncidentSubject>
        <Alarms desktop={window.quarterdeck !== undefined} />
      </CockpitProvider>
    </Dressed>
  )
}

/** The theme, size and motion chosen in this browser, from the first paint on. */
function Dressed({ cockpit: { screen, look }, children }: { readonly cockpit: Cockpit; readonly children: ReactNode }) {
  useLayoutEffect(() => {
    const stops = [
      followOtherWindows(screen, window),
      followLook(look, screen, query => window.matchMedia(query)),
      dressPage(look, document.documentElement),
    ]
    return () => {
      for (const stop of stops) stop()
    }
  }, [screen, look])
  const [hours, zone] = [useStore(screen, settings => settings.hours), useStore(screen, settings => settings.zone)]
  const clock = useMemo(() => shownClock({ hours, zone }), [hours, zone])
  return <ClockContext value={clock}>{children}</ClockContext>
}
