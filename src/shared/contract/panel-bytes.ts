import { fromJson, isRecord } from '../lib/read-json'
import type { PanelReading, PanelSeries } from './metrics'

/*
 * A push of panels as bytes. Two dozen charts are most of a megabyte of digits each second, and parsing them was most
 * of what a page's main thread did; doubles are read in place. In their order: the length of the text in four bytes;
 * the text, JSON, in which each column of numbers is its place `[first, count]`; and, from the next multiple of eight
 * on, the numbers of all columns. Both ends run on one machine, so numbers have its byte order.
 */

const NUMBER = Float64Array.BYTES_PER_ELEMENT
const LENGTH = Uint32Array.BYTES_PER_ELEMENT

type Column = PanelSeries['values']
type Place = readonly [first: number, count: number]

export function panelsToBytes(panels: readonly PanelReading[]): Uint8Array<ArrayBuffer> {
  const columns = openColumns()
  const placed = panels.map(panel => ({
    ...panel,
    series: panel.series.map(one => ({ ...one, times: columns.putTimes(one.times), values: columns.put(one.values) })),
  }))
  const text = new TextEncoder().encode(JSON.stringify(placed))
  const start = startOfNumbers(text.length)
  const bytes = new Uint8Array(start + columns.count() * NUMBER)
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, LENGTH)
  columns.write(new Float64Array(bytes.buffer, start))
  return bytes
}

/** Columns one after the other. */
function openColumns() {
  const columns: Column[] = []
  let count = 0
  let known: { readonly times: Column; readonly place: Place } | undefined
  const put = (column: Column): Place => {
    const place: Place = [count, column.length]
    columns.push(column)
    count += column.length
    return place
  }
  return {
    put,
    /** Lines that were read together have the same instants: those are written once. */
    putTimes: (times: Column): Place => {
      if (known === undefined || !isSame(known.times, times)) known = { times, place: put(times) }
      return known.place
    },
    count: () => count,
    write: (numbers: Float64Array): void => {
      let at = 0
      for (const column of columns) {
        for (let index = 0; index < column.length; index += 1) numbers[at + index] = column[index] ?? Number.NaN
        at += column.length
      }
    },
  }
}

function isSame(one: Column, other: Column): boolean {
  if (one.length !== other.length) return false
  for (let index = 0; index < one.length; index += 1) if (one[index] !== other[index]) return false
  return true
}

/** Undefined for anything that is not what `panelsToBytes` makes. Columns are views of the bytes where they lie. */
export function panelsFromBytes(given: Uint8Array): readonly unknown[] | undefined {
  // Doubles can be read in place only if they are aligned to their size.
  const bytes = given.byteOffset % NUMBER === 0 ? given : given.slice()
  if (bytes.length < LENGTH) return undefined
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0)
  const start = startOfNumbers(length)
  const size = bytes.length - start
  if (size < 0 || size % NUMBER !== 0) return undefined
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset + start, size / NUMBER)
  const panels = readJson(bytes.subarray(LENGTH, LENGTH + length))
  const read = Array.isArray(panels) ? panels.map((panel: unknown) => withColumns(panel, numbers)) : [undefined]
  return read.includes(undefined) ? undefined : read
}

/** Where the numbers begin after so many bytes of text. */
function startOfNumbers(length: number): number {
  return Math.ceil((LENGTH + length) / NUMBER) * NUMBER
}

function withColumns(panel: unknown, numbers: Float64Array): object | undefined {
  if (!isRecord(panel) || !Array.isArray(panel.series)) return undefined
  const series = panel.series.map((one: unknown) => {
    if (!isRecord(one)) return undefined
    const [times, values] = [columnAt(one.times, numbers), columnAt(one.values, numbers)]
    return times?.length === values?.length && times !== undefined ? { ...one, times, values } : undefined
  })
  return series.includes(undefined) ? undefined : { ...panel, series }
}

function columnAt(place: unknown, numbers: Float64Array): Float64Array | undefined {
  const [first, count]: readonly unknown[] = Array.isArray(place) ? place : []
  if (!isCount(first) || !isCount(count) || first + count > numbers.length) return undefined
  return numbers.subarray(first, first + count)
}

function isCount(raw: unknown): raw is number {
  return typeof raw === 'number' && Number.isInteger(raw) && raw >= 0
}

function readJson(bytes: Uint8Array): unknown {
  return fromJson(new TextDecoder().decode(bytes))
}
