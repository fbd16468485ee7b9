import {
  type AudienceMatrix,
  type AudiencePace,
  type AudienceRow,
  followings,
} from '../../../../shared/domain/audience-matrix'
import { LONGEST_CADENCE } from '../../../../shared/domain/cadence'
import { type Severity, severities } from '../../../../shared/domain/severity'

/** One row of the table as its fields have it. */
export type RowFields = { readonly [Name in 'name' | 'needs' | 'channels' | Severity]: string }

export function fieldsOf({ name, needs, channels, cadence }: AudienceRow): RowFields {
  const paces = severities.map(at => [at, cadence === undefined ? '' : written(cadence[at])])
  return { name, needs, channels: channels.join(', '), ...Object.fromEntries(paces) } as RowFields
}

/** A row in words, to be set beside what was typed. */
export function rowText(row: AudienceRow): string {
  const { name, needs, channels, ...paces } = fieldsOf(row)
  const said = Object.entries(paces).flatMap(([severity, pace]) => (pace === '' ? [] : [`${severity} ${pace}`]))
  return [name, needs, channels, ...said].filter(part => part !== '').join('; ')
}

/** `30, then 60`, `at once, then when it changes` or `never`: as it is typed. */
function written(pace: AudiencePace): string {
  return typeof pace === 'string' ? pace : `${pace.first}, then ${pace.next}`
}

/** [AU12] A pace as a person types it; undefined: it is none. */
export function readPace(typed: string): AudiencePace | undefined {
  const [first = '', next, more] = typed
    .toLowerCase()
    .split(',')
    .map(part => part.trim().replace(/^then\s+/, ''))
  if (more !== undefined) return undefined
  if (next === undefined) {
    const plain = followings.find(one => one === first)
    if (plain === 'when it changes') return { first: 'at once', next: plain }
    const every = minutesIn(first)
    return plain ?? (every === undefined ? undefined : { first: every, next: every })
  }
  const begins = first === 'at once' ? first : minutesIn(first)
  const goesOn = followings.find(one => one === next) ?? minutesIn(next.replace(/^every\s+/, ''))
  return begins === undefined || goesOn === undefined ? undefined : { first: begins, next: goesOn }
}

function minutesIn(typed: string): number | undefined {
  const [, count = ''] = /^(\d{1,5})(?:\s*min(?:utes?)?)?$/.exec(typed) ?? []
  const minutes = Number(count)
  return count === '' || minutes < 1 || minutes > LONGEST_CADENCE ? undefined : minutes
}

/** [AU12] The row with what was typed; undefined: one of its paces is none, or its name or needs are empty. */
export function readRow(before: AudienceRow, fields: RowFields): AudienceRow | undefined {
  const [name, needs] = [fields.name.trim(), fields.needs.trim()]
  const channels = fields.channels.split(',').flatMap(one => (one.trim() === '' ? [] : [one.trim()]))
  if (name === '' || needs === '') return undefined
  if (before.as === 'customers') return { ...before, name, needs, channels }
  const paces = severities.map(at => [at, readPace(fields[at])] as const)
  if (paces.some(([, pace]) => pace === undefined)) return undefined
  return { ...before, name, needs, channels, cadence: Object.fromEntries(paces) as NonNullable<AudienceRow['cadence']> }
}

/** A new audience, after the others, with an id that none of them has. */
export function withNewRow(matrix: AudienceMatrix, name: string): AudienceMatrix {
  const known = new Set(matrix.audiences.map(({ id }) => id))
  let number = matrix.audiences.length + 1
  while (known.has(`audience-${number}`)) number += 1
  const cadence = Object.fromEntries(severities.map(at => [at, 'as it happens'])) as NonNullable<AudienceRow['cadence']>
  const row: AudienceRow = { id: `audience-${number}`, name, needs: name, channels: [], cadence }
  return { ...matrix, audiences: [...matrix.audiences, row] }
}

/** The table with this row as it is here, in its place; one that is there no more comes last. */
export function withRow(matrix: AudienceMatrix, row: AudienceRow): AudienceMatrix {
  if (!matrix.audiences.some(({ id }) => id === row.id)) return { ...matrix, audiences: [...matrix.audiences, row] }
  return { ...matrix, audiences: matrix.audiences.map(one => (one.id === row.id ? row : one)) }
}

export function withoutRow(matrix: AudienceMatrix, id: string): AudienceMatrix {
  return { ...matrix, audiences: matrix.audiences.filter(one => one.id !== id) }
}
