import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useCockpit } from '../stores/cockpit'
import { toChooseFrom } from '../stores/selection-store'

/** [SN1] A cockpit that cannot know which of several open incidents it is for asks, once; Esc leaves the question open. */
export function useWhichIncident(): void {
  const { selection, focus } = useCockpit()
  const mustChoose = useStore(selection, state => toChooseFrom(state).length > 0)
  useEffect(() => {
    if (mustChoose) focus.request('incidents')
  }, [mustChoose, focus])
}
