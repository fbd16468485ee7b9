import { describe, expect, it } from 'vitest'
import {
  fieldsOf,
  readPace,
  readRow,
  withNewRow,
  withoutRow,
  withRow,
} from '../../../src/renderer/features/comms/audiences/table-row'
import { audienceFile } from '../../../src/shared/domain/method/audience-file'
import { shippedView } from '../../support/shipped-method'

const matrix = shippedView.method.audiences

describe('[AU12] a pace as it is typed', () => {
  it.each([
    ['30', { first: 30, next: 30 }],
    ['5, then 60', { first: 5, next: 60 }],
    ['5 min, every 60 minutes', { first: 5, next: 60 }],
    ['At once, then when it changes', { first: 'at once', next: 'when it changes' }],
    ['when it changes', { first: 'at once', next: 'when it changes' }],
    ['15, with every customer update', { first: 15, next: 'with every customer update' }],
    ['never', 'never'],
    ['as it happens', 'as it happens'],
  ])('%s', (typed, pace) => expect(readPace(typed)).toEqual(pace))

  it.each(['', '0', '99999', 'soon', '5, then', '5, 6, 7', 'never, then 5', '-5'])('%j is none', typed => {
    expect(readPace(typed)).toBeUndefined()
  })

  it('each of the table that ships is read as it is shown', () => {
    for (const row of matrix.audiences) expect(readRow(row, fieldsOf(row))).toEqual(row)
  })
})

describe('[AU12] the table', () => {
  const [customers, accounts] = matrix.audiences

  it('takes a changed row, a new one, and is without one that was removed', () => {
    if (accounts === undefined) throw new Error('It is empty')
    const changed = readRow(accounts, {
      ...fieldsOf(accounts),
      name: 'Partners',
      channels: '#partners, email',
      'SEV-4': '240',
    })
    expect(changed).toMatchObject({ id: 'key-accounts', name: 'Partners', channels: ['#partners', 'email'] })
    const next = withoutRow(withNewRow(changed === undefined ? matrix : withRow(matrix, changed), 'Board'), 'legal')
    expect(next.audiences.map(({ name }) => name)).toEqual([
      ...['Customers', 'Partners', 'Support', 'Leadership', 'Engineering', 'Board'],
    ])
    expect(audienceFile.safeParse(next).success).toBe(true)
    expect(
      withNewRow(withNewRow(next, 'A'), 'B')
        .audiences.map(({ id }) => id)
        .filter((id, at, all) => all.indexOf(id) !== at),
    ).toEqual([])
  })

  it('does not take a row without a name, needs or pace', () => {
    if (accounts === undefined || customers === undefined) throw new Error('It is empty')
    for (const part of [{ name: ' ' }, { needs: '' }, { 'SEV-1': 'soon' }])
      expect(readRow(accounts, { ...fieldsOf(accounts), ...part })).toBeUndefined()
    expect(readRow(customers, { ...fieldsOf(customers), name: 'Shops' })).not.toHaveProperty('cadence')
  })
})
