import { describe, expect, it } from 'vitest'
import { parseBenchWords } from '../../scripts/bench-options.mjs'

const benches = ['append', 'fold', 'start']
const parse = (...words: string[]) => parseBenchWords(words, benches)

describe('the command line of the benches', () => {
  it('runs all where none is named, each for at most twenty minutes', () => {
    expect(parse()).toEqual({ ok: true, names: benches, json: false, limit: 20 * 60_000 })
  })

  it('runs those that are named, once each and in the usual order', () => {
    expect(parse('fold', '--json', 'append', 'fold')).toMatchObject({ names: ['append', 'fold'], json: true })
    expect(parse('--limit', '0.5', 'start')).toMatchObject({ names: ['start'], limit: 30_000 })
  })

  it.each([['folds'], ['--quick'], ['--limit'], ['--limit', '0'], ['--limit', 'long'], ['--limit', '601']])(
    'refuses %j %j with what there is',
    (...words) => {
      const parsed = parse(...words)
      expect(parsed.ok).toBe(false)
      if (parsed.ok) return
      expect(parsed.message).toContain(words[0] === '--limit' ? '600' : JSON.stringify(words[0]))
      expect(parsed.message).toContain('npm run bench -- [--json] [--limit MINUTES] [NAME ...]')
    },
  )

  it('names the benches to whoever asks for one that is not there', () => {
    expect(parse('folds')).toMatchObject({ message: expect.stringContaining('append, fold, start') })
  })
})
