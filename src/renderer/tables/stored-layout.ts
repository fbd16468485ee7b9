import { useCallback, useState } from 'react'
import { isRecord } from '../../shared/lib/read-json'
import { type ColumnLayout, ownLayout } from './column-layout'

/** The columns of one table as this browser stores them. */
export function useStoredLayout(table: string): readonly [ColumnLayout, (next: ColumnLayout) => void] {
  const [layout, setLayout] = useState(() => readLayout(window.localStorage.getItem(keyOf(table))))
  const change = useCallback(
    (next: ColumnLayout) => {
      setLayout(next)
      saveLayout(window.localStorage, keyOf(table), next)
    },
    [table],
  )
  return [layout, change]
}

const keyOf = (table: string) => `quarterdeck.columns.${table}`

function saveLayout(storage: Storage, key: string, layout: ColumnLayout): void {
  try {
    storage.setItem(key, JSON.stringify(layout))
  } catch (error) {
    console.warn('The columns of a table could not be stored', error)
  }
}

/** An unreadable layout falls back to the table's own columns. */
export function readLayout(text: string | null): ColumnLayout {
  if (text === null) return ownLayout
  try {
    const raw: unknown = JSON.parse(text)
    if (!isRecord(raw)) return ownLayout
    return {
      order: textsOf(raw.order),
      shown: Array.isArray(raw.shown) ? textsOf(raw.shown) : null,
      widths: isRecord(raw.widths) ? numbersOf(raw.widths) : {},
      sort: sortOf(raw.sort),
    }
  } catch (error) {
    console.warn('The stored columns of a table could not be read', error)
    return ownLayout
  }
}

function textsOf(raw: unknown): readonly string[] {
  return Array.isArray(raw) ? raw.filter(one => typeof one === 'string') : []
}

function numbersOf(raw: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> {
  const numbers = Object.entries(raw).filter((entry): entry is [string, number] => Number.isFinite(entry[1]))
  return Object.fromEntries(numbers)
}

function sortOf(raw: unknown): ColumnLayout['sort'] {
  return isRecord(raw) && typeof raw.column === 'string' ? { column: raw.column, back: raw.back === true } : null
}
