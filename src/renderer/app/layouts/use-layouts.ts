import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { Layouts, LayoutsState } from './layouts'

export const LayoutsContext = createContext<Layouts | null>(null)

export function useLayouts(): Layouts {
  const layouts = useContext(LayoutsContext)
  if (layouts === null) throw new Error('useLayouts needs a LayoutsContext around it')
  return layouts
}

export function useLayoutsState<T>(select: (state: LayoutsState) => T): T {
  return useStore(useLayouts(), select)
}
