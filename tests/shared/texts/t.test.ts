import { describe, expect, test } from 'vitest'
import { andListText, listText, numberText, t, tCount } from '../../../src/shared/texts/t'

describe('what the catalogue says', () => {
  test('puts values where their names stand, as often as they stand there', () => {
    expect(t('{a} of {b}, again {a}', { a: 3, b: 'nine' })).toBe('3 of nine, again 3')
  })

  test('leaves a name that nobody filled in, so that it is seen', () => {
    expect(t('{count} lines by {who}', { count: 2 })).toBe('2 lines by {who}')
  })

  test('puts no text through twice: a value that looks like a name stays as it is', () => {
    expect(t('{title} at {place}', { title: '{place}', place: 'home' })).toBe('{place} at home')
  })

  test('says the form that goes with the number', () => {
    const lines = { one: '{count} line', other: '{count} lines' }
    expect([0, 1, 2, 1_200].map(count => tCount(lines, count))).toEqual(['0 lines', '1 line', '2 lines', '1,200 lines'])
  })

  test('falls back on the form that all languages have', () => {
    expect(tCount({ other: '{count} by {who}' }, 1, { who: 'Ada' })).toBe('1 by Ada')
  })

  test('groups digits', () => {
    expect(numberText(1_234_567)).toBe('1,234,567')
  })

  test('strings things together as the language does', () => {
    expect([listText([]), listText(['db']), listText(['db', 'web', 'mail'])]).toEqual(['', 'db', 'db, web, mail'])
  })

  test('ends a list within a sentence with its last one', () => {
    expect([andListText(['db']), andListText(['db', 'web']), andListText(['db', 'web', 'mail'])]).toEqual([
      'db',
      'db and web',
      'db, web and mail',
    ])
  })
})
