import { useEffect } from 'react'
import { texts } from '../../shared/texts/texts'
import { useCockpit } from '../stores/cockpit'
import type { Cockpit } from '../stores/cockpit-stores'

const LINK = /^#incident=(.*)$/i

/** `#incident=ID` behind the address opens that incident, as soon as the engine has said which there are. */
export function useLinkedIncident(): void {
  const cockpit = useCockpit()
  useEffect(() => {
    const look = () => followLink(cockpit, window)
    look()
    const stop = cockpit.session.subscribe(({ welcome }, before) => {
      if (welcome !== before.welcome) look()
    })
    window.addEventListener('hashchange', look)
    return () => {
      stop()
      window.removeEventListener('hashchange', look)
    }
  }, [cockpit])
}

export function followLink({ session, selection, faults }: Cockpit, page: Pick<Window, 'location' | 'history'>): void {
  const [, id] = LINK.exec(page.location.hash) ?? []
  if (id === undefined || session.getState().welcome === null) return
  // Followed once: a reload later shows what was chosen since.
  page.history.replaceState(null, '', page.location.pathname + page.location.search)
  const found = selection.getState().incidents.find(incident => incident.id === id.trim().toLowerCase())
  if (found === undefined) {
    faults.setState({ incident: { kind: 'not-found', message: texts.links.notHere } })
  } else selection.setState({ open: found.id })
}
