import * as z from 'zod/mini'
import { joinedReasons } from '../../../shared/contract/coded-reason'
import { coded } from '../../../shared/contract/coded-text'
import type { CodedPart, FaultCode, FaultValue } from '../../../shared/contract/fault-codes'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { firstWrong } from './json'
import { plainLine } from './plain-text'
import type { HttpFault } from './types'

/** A row of a vendor's list that cannot be read. */
export interface OddRow {
  /** The name that it gives itself, as far as it can be read; empty if it cannot. */
  readonly name: string
  readonly wrong: FaultValue
}

/** [RP2] A list that was read row by row: one odd row must not hide the others. */
export interface ParsedRows<T> {
  readonly read: readonly T[]
  readonly odd: readonly OddRow[]
}

/**
 * A list whose rows are read one by one.
 * @param plainly reads what has the usual form and nothing odd, as the schema would and many times as fast; undefined: the
 *   schema is asked
 */
export function rowsOf<S extends z.ZodMiniType>(row: S, plainly?: (row: unknown) => z.output<S> | undefined) {
  return z.pipe(
    z.array(z.unknown()),
    z.transform((list): ParsedRows<z.output<S>> => readRows(row, list, plainly)),
  )
}

/** The same in a field, where what is written in Go says `null` for an empty list. */
export function rowsIn<S extends z.ZodMiniType>(row: S) {
  return z.pipe(
    z.nullable(z.array(z.unknown())),
    z.transform((list): ParsedRows<z.output<S>> => readRows(row, list ?? [])),
  )
}

/** The rows that can be read of a list that is only an aside of something else; none where there is no list. */
export function readableOf<S extends z.ZodMiniType>(row: S) {
  return z.pipe(
    z.catch(z.nullish(z.array(z.unknown())), null),
    z.transform((list): readonly z.output<S>[] => readRows(row, list ?? []).read),
  )
}

function readRows<S extends z.ZodMiniType>(
  row: S,
  list: readonly unknown[],
  plainly?: (row: unknown) => z.output<S> | undefined,
): ParsedRows<z.output<S>> {
  // A storm has tens of thousands of rows, nearly always all of them well: as one list they are read faster.
  const whole = plainly === undefined ? z.safeParse(z.array(row), list) : undefined
  if (whole?.success) return { read: whole.data, odd: [] }
  const read: z.output<S>[] = []
  const odd: OddRow[] = []
  for (const each of list) {
    const plain = plainly?.(each)
    const result = plain === undefined ? z.safeParse(row, each) : undefined
    if (plain !== undefined) read.push(plain)
    else if (result?.success) read.push(result.data)
    else odd.push({ name: nameOf(each), wrong: firstWrong(result?.error?.issues ?? []) })
  }
  return { read, odd }
}

/** Fields in which vendors name a thing, those that people know it by before ids. */
const named = ['summary', 'title', 'name', 'alertname', 'text', 'fingerprint', 'id', 'uid', 'ts']

function nameOf(row: unknown): string {
  if (typeof row !== 'object' || row === null) return ''
  const labels = 'labels' in row && typeof row.labels === 'object' ? row.labels : null
  const fields: Readonly<Record<string, unknown>> = { ...labels, ...row }
  const name = named.map(field => fields[field]).find(value => typeof value === 'string' && value.trim() !== '')
  return typeof name === 'string' ? plainLine(name, 80) : ''
}

/** Odd rows that are named one by one; the rest is counted. */
const MOST_NAMED = 3

/**
 * How many rows of a list could not be read, which, and why; empty for none.
 * @param what the rows are, in the plural: a code of `list-…`, or the vendor's own name for them
 */
export function unreadRows({ read, odd }: ParsedRows<unknown>, what: ListName): FaultValue {
  if (odd.length === 0) return ''
  const named = odd.slice(0, MOST_NAMED).map(({ name, wrong }): FaultValue => {
    return name === '' ? wrong : { code: 'row-unread', values: { name, wrong } }
  })
  const rows = joinedReasons(named)
  const rest = odd.length - named.length
  const which: FaultValue = rest > 0 ? { code: 'rows-more', values: { rows, count: rest } } : rows
  return { code: 'rows-unread', values: { odd: odd.length, of: read.length + odd.length, what: listName(what), which } }
}

type ListCode = Extract<FaultCode, `list-${string}`>
/** What the rows of a list are called; a text is the vendor's own name. */
export type ListName = ListCode | { readonly theirs: string } | CodedPart

/** The text for a list that continues beyond what was read. */
export function cutList(read: number, what: ListName): FaultValue {
  return { code: 'list-cut', values: { read, what: listName(what) } }
}

function listName(what: ListName): FaultValue {
  if (typeof what === 'string') return { code: what }
  return 'theirs' in what ? what.theirs : what
}

/** All of a list, or a fault if a row cannot be read: for callers that must know that the list is complete. */
export function allRead<T>(rows: ParsedRows<T>, what: ListName): Reply<readonly T[], HttpFault> {
  if (rows.odd.length === 0) return ok(rows.read)
  return fail({ kind: 'unreadable-answer', ...coded('answer-lacks', { lacks: unreadRows(rows, what) }) })
}

/**
 * The rows that could be read. Where none of several could, the vendor speaks of something else: that is a fault, so that
 * nobody takes an empty list for peace.
 */
export function someRead<T>(rows: ParsedRows<T>, what: ListName): Reply<readonly T[], HttpFault> {
  if (rows.read.length > 0 || rows.odd.length === 0) return ok(rows.read)
  return fail({ kind: 'unreadable-answer', ...coded('answer-lacks', { lacks: unreadRows(rows, what) }) })
}
