import { describe, expect, it } from 'vitest'
import { pieceOf, questionOf } from '../../../src/main/engine/search/words'

const marked = (text: string, typed: string) => {
  const { text: piece, marks } = pieceOf(text, typed)
  return marks.map(([from, to]) => piece.slice(from, to))
}

describe('[SX2] a question', () => {
  it('is each word quoted, as the beginning of what it finds', () => {
    expect(questionOf('HTTP 503')).toBe('"HTTP"* AND "503"*')
    expect(questionOf('say "hi')).toBe('"say"* AND """hi"*')
    expect(questionOf('障害')).toBe('" 障  害 "*')
  })

  it.each(['', '   ', '"', '* - ^ : ( ) { }', '\u0000'])('of nothing that can be looked for is none: %j', typed => {
    expect(questionOf(typed)).toBeUndefined()
  })

  it('has no more words than can be looked for at once', () => {
    expect(questionOf('a '.repeat(500))?.split(' AND ')).toHaveLength(16)
  })
})

describe('[SX4] the piece of a text', () => {
  it('has the words that begin as those that were typed, without case and accents', () => {
    expect(marked('Café is down: CAFETERIA, decaf', 'cafe')).toEqual(['Café', 'CAFE'])
    expect(marked('Платежи не проходят', 'платеж')).toEqual(['Платеж'])
    expect(marked('数据库连接失败', '连接')).toEqual(['连接'])
    expect(marked('db-3 says 503', '503 db-3')).toEqual(['db-3', '503'])
  })

  it('begins shortly before the first of them, and says that there is more', () => {
    const piece = pieceOf(`${'word '.repeat(200)}needle ${'word '.repeat(200)}`, 'needle')
    expect(piece.text).toMatch(/^… (word )+needle (word )+.*…$/)
    expect(piece.text.length).toBeLessThan(260)
    expect(piece.marks.map(([from, to]) => piece.text.slice(from, to))).toEqual(['needle'])
  })

  it('is the beginning where a word is in it only in pieces', () => {
    expect(pieceOf('db 3 is full', 'db-3')).toEqual({ text: 'db 3 is full', marks: [] })
  })
})
