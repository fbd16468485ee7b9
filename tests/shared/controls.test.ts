import { describe, expect, it } from 'vitest'
import { dropControls, showControls } from '../../src/shared/lib/controls'

describe('hidden characters', () => {
  it('are shown where a reader must see that something was hidden', () => {
    expect(showControls('a\u202eb\u001b[31mc')).toBe('a⟨U+202E⟩b⟨U+001B⟩[31mc')
  })

  it('are dropped where they are only dirt', () => {
    expect(dropControls('a\u202eb\u0000c\ufeff')).toBe('abc')
  })

  it('leave lines, tabs, emoji and other scripts alone', () => {
    const text = 'one\n\ttwo — 日本語 עברית 👩‍🚒'
    expect(showControls(text)).toBe(text)
    expect(dropControls('one\r\ntwo\rthree')).toBe('one\ntwo\nthree')
  })
})
