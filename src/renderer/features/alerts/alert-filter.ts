import { type ListedAlert, searchText } from '../../../shared/contract/alert-list'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { groupReasonText, groupTitleText } from './group-text'

/** Fields that can be named, as in `state:ack`. */
export const filterFields = ['severity', 'service', 'source', 'state', 'cause', 'is'] as const
type Field = (typeof filterFields)[number]

interface Term {
  /** Null: anywhere in the row. */
  readonly field: Field | null
  readonly value: string
  readonly not: boolean
}

/** A typed alert filter: every term must match; `-` before a term negates it. */
export interface AlertFilter {
  readonly terms: readonly Term[]
  /** `is:suppressed`: what suppression rules hide, instead of the rest. `is:hidden` is its former name. */
  readonly hidden: boolean
}

const shortFields: Readonly<Record<string, Field>> = { sev: 'severity', urgency: 'severity', svc: 'service' }
const suppressedWords: ReadonlySet<string> = new Set(['suppressed', 'hidden'])
const term = /(-?)(?:([a-z]+):)?(?:"([^"]*)"?|(\S+))/gi

/** [AL7] Parses a filter as it is typed: anything that is not a known field is text. */
export function readFilter(text: string): AlertFilter {
  const terms = [...text.matchAll(term)].flatMap(([whole, minus, name = '', quoted, bare]): readonly Term[] => {
    const field = fieldNamed(name)
    const value = (quoted ?? bare ?? '').toLowerCase()
    const typed = field === null && name !== '' ? whole.slice(minus?.length).toLowerCase() : value
    // A field that is still being typed filters nothing yet.
    return typed === '' || (field === null && /^[a-z]+:$/.test(typed) && fieldNamed(typed.slice(0, -1)) !== null)
      ? []
      : [{ field, value: typed, not: minus === '-' }]
  })
  const isHidden = ({ field, value, not }: Term) => field === 'is' && suppressedWords.has(value) && !not
  return { terms: terms.filter(one => !isHidden(one)), hidden: terms.some(isHidden) }
}

function fieldNamed(name: string): Field | null {
  const known = filterFields.find(field => field === name.toLowerCase())
  return known ?? shortFields[name.toLowerCase()] ?? null
}

/** Facts that a row does not contain. */
export interface FilterSurroundings {
  readonly sourceOf: (row: ListedAlert) => string
  readonly isLinked: (row: ListedAlert) => boolean
  /** [AL11] */
  readonly isLabelled: (row: ListedAlert, word: string) => boolean
}

/** Words searched anywhere, in labels too. */
export function filterWords({ terms }: AlertFilter): readonly string[] {
  return [...new Set(terms.filter(({ field }) => field === null).map(({ value }) => value))]
}

/** The test of a filter on single alerts. */
export function alertTest({ terms }: AlertFilter, around: FilterSurroundings): (row: ListedAlert) => boolean {
  // Built once for each connection: lower-casing the name for each row of a storm costs more than the rest of the test.
  const names = new Map<string, string>()
  const sourceOf = (row: ListedAlert) => {
    const known = names.get(row.connection)
    if (known !== undefined) return known
    const name = around.sourceOf(row).toLowerCase()
    names.set(row.connection, name)
    return name
  }
  const lowered = { ...around, sourceOf }
  return row => terms.every(one => fits(one, row, lowered) !== one.not)
}

/**
 * Whether all matches of `now` also match `before`: while a filter is being typed, only its earlier matches are
 * searched.
 */
export function isNarrower(before: AlertFilter, now: AlertFilter): boolean {
  return before.hidden === now.hidden && before.terms.every((term, at) => narrows(term, now.terms[at]))
}

function narrows(before: Term, now: Term | undefined): boolean {
  if (now === undefined || now.field !== before.field || now.not !== before.not) return false
  if (now.value === before.value) return true
  // For a severity and for `is:`, longer words are different values.
  const grows = before.field !== 'severity' && before.field !== 'is' && !before.not
  return grows && now.value.startsWith(before.value)
}

function fits({ field, value }: Term, row: ListedAlert, around: FilterSurroundings): boolean {
  switch (field) {
    case null:
      return searchText(row).includes(value) || around.sourceOf(row).includes(value) || around.isLabelled(row, value)
    case 'severity':
      return row.urgency.startsWith(value) || bare(row.severity).includes(bare(value))
    case 'service':
      return (row.service ?? '').toLowerCase().includes(value)
    case 'source':
      return around.sourceOf(row).includes(value)
    case 'state':
      return row.state.startsWith(value)
    case 'cause':
      return (row.cause ?? '').toLowerCase().includes(value)
    case 'is':
      return 'linked'.startsWith(value) ? around.isLinked(row) : row.origin.startsWith(value)
  }
}

const bare = (text: string | undefined) => (text ?? '').toLowerCase().replace('-', '') || '-'

type GroupLabelled = (group: AlertGroup, word: string) => boolean

/** The test of a filter on groups; undefined where groups lack the field, and alerts are listed one by one. */
export function groupTest(
  { terms, hidden }: AlertFilter,
  isLabelled: GroupLabelled,
): ((group: AlertGroup) => boolean) | undefined {
  if (hidden || terms.some(({ field }) => field === 'source' || field === 'is' || field === 'cause')) return undefined
  return group => terms.every(one => groupFits(one, group, isLabelled) !== one.not)
}

function groupFits({ field, value }: Term, group: AlertGroup, isLabelled: GroupLabelled): boolean {
  switch (field) {
    case 'severity':
      return group.urgency.startsWith(value)
    case 'service':
      return group.services.some(service => service.toLowerCase().includes(value))
    case 'state':
      return Object.entries(group.states).some(([state, count]) => count > 0 && state.startsWith(value))
    default:
      return (
        [groupTitleText(group.title), ...group.services, ...group.why.map(groupReasonText)]
          .join('\n')
          .toLowerCase()
          .includes(value) || isLabelled(group, value)
      )
  }
}
