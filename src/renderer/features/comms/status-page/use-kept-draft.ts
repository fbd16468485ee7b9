import { useCallback, useState } from 'react'
import type { IncidentId } from '../../../../shared/domain/ids'
import { draftPlace } from './postmortem-text'

/** A text that outlives its dialog and a reload, until it is forgotten. Where the browser refuses, it lives in the dialog. */
export function useKeptDraft(incident: IncidentId, start: () => string) {
  const place = draftPlace(incident)
  const [text, setShown] = useState(() => kept(place) ?? start())
  const setText = useCallback(
    (next: string) => {
      setShown(next)
      keep(place, next)
    },
    [place],
  )
  const forget = useCallback(() => keep(place, ''), [place])
  return { text, setText, forget }
}

function kept(place: string): string | null {
  try {
    return localStorage.getItem(place)
  } catch (error) {
    console.warn('A kept draft could not be read', error)
    return null
  }
}

function keep(place: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(place)
    else localStorage.setItem(place, text)
  } catch (error) {
    console.warn('A draft could not be kept', error)
  }
}
