import { useEffect } from 'react'
import type { CommandId } from '../../../stores/focus-store'

/** Letters that lead on from a dialog, wherever in it the focus is but in a field. */
export function useSheetKeys(
  ways: readonly { readonly key: string; readonly place: CommandId }[],
  onGo: (place: CommandId) => void,
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
      if (event.target instanceof Element && event.target.matches('input:not([type="checkbox"]), textarea')) return
      const way = ways.find(({ key }) => key === event.key)
      if (way === undefined) return
      event.preventDefault()
      onGo(way.place)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [ways, onGo])
}
