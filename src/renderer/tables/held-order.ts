import { useLayoutEffect, useRef } from 'react'

/** Rows in the order in which they are shown. */
export interface Held<Row> {
  readonly rows: readonly HeldRow<Row>[]
  /** Number of rows that have arrived and are not shown yet. */
  readonly waiting: number
}

/** `gone`: the row has left the source, and stays in its place only until the order is released. */
export interface HeldRow<Row> {
  readonly id: string
  readonly row: Row
  readonly gone: boolean
}

/**
 * [TB1] While `hold`, no row moves: shown rows stay in place with their newest content, those that left are marked
 * `gone`, and new ones wait. Otherwise the rows in their current order.
 */
export function holdOrder<Row extends object>(
  shown: readonly HeldRow<Row>[],
  rows: readonly Row[],
  idOf: (row: Row) => string,
  hold: boolean,
): Held<Row> {
  if (!hold || shown.length === 0) {
    return { rows: rows.map(row => standing(row, idOf)), waiting: 0 }
  }
  const now = new Map(rows.map(row => [idOf(row), row]))
  const kept = shown.map(held => {
    const row = now.get(held.id)
    if (row !== undefined) return standing(row, idOf)
    return held.gone ? held : { ...held, gone: true }
  })
  const here = new Set(shown.map(({ id }) => id))
  return { rows: kept, waiting: rows.filter(row => !here.has(idOf(row))).length }
}

const known = new WeakMap<object, HeldRow<unknown>>()

/** The same object for the same row, so that a table renders only changed rows again. */
function standing<Row extends object>(row: Row, idOf: (row: Row) => string): HeldRow<Row> {
  const told = known.get(row) as HeldRow<Row> | undefined
  if (told !== undefined) return told
  const made = { id: idOf(row), row, gone: false }
  known.set(row, made)
  return made
}

/**
 * `holdOrder` against what was shown last.
 * @param take when it changes, the rows are taken in their current order although they are held: the user asked for
 * other rows
 */
export function useHeldOrder<Row extends object>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
  hold: boolean,
  take: string,
): Held<Row> {
  const shown = useRef<{ readonly rows: readonly HeldRow<Row>[]; readonly take: string }>({ rows: [], take })
  const held = holdOrder(shown.current.rows, rows, idOf, hold && shown.current.take === take)
  useLayoutEffect(() => {
    shown.current = { rows: held.rows, take }
  }, [held.rows, take])
  return held
}
