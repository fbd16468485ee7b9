import { describe, expect, it } from 'vitest'
import { type Setting, settingsFor } from '../../../src/renderer/features/settings/setting'
import { t } from '../../../src/shared/texts/t'

function setting(name: string, about: string, words: string): Setting {
  return { id: name, place: 'screen', name, about, words, Part: () => null }
}

const theme = setting('Theme', 'The wall follows.', 'colour dark light café')
const size = setting('Size', 'Letters and room.', 'font zoom')
const named = (query: string) => settingsFor(query, [theme, size]).map(({ name }) => name)

describe('[SE5] the search of settings', () => {
  it.each([
    ['', ['Theme', 'Size']],
    ['  ', ['Theme', 'Size']],
    ['the', ['Theme']],
    ['THEME', ['Theme']],
    ['wall', ['Theme']],
    ['col dar', ['Theme']],
    ['cafe', ['Theme']],
    ['zoom', ['Size']],
    ['dark zoom', []],
    ['oom', []],
    ['(', ['Theme', 'Size']],
  ] as const)('%j finds %j', (query, found) => {
    expect(named(query)).toEqual(found)
  })
})

describe('a text of the catalogue', () => {
  it('is filled in by name, and shows what nobody filled in', () => {
    expect(t('{count} of {all}, {all} in {what}', { count: 3, all: 9 })).toBe('3 of 9, 9 in {what}')
  })

  it('does not read what is filled in', () => {
    expect(t('{a}{b}', { a: '{b}', b: '$&' })).toBe('{b}$&')
  })
})
