import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { codedPart } from '../../../src/shared/contract/coded-text'
import { flawOf } from '../../../src/shared/contract/input-flaw'
import { idField } from '../../../src/shared/events/fields'

const shape = z.strictObject({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(5)),
  code: z.optional(z.string().check(z.minLength(3))),
  id: z.optional(idField<string>()),
  count: z.optional(z.number().check(z.int(), z.gte(1), z.lte(2_000))),
  list: z.optional(z.array(z.string()).check(z.minLength(1), z.maxLength(2))),
  kind: z.optional(z.enum(['high', 'low'])),
  plain: z.optional(z.string().check(z.regex(/^a$/))),
  either: z.optional(z.union([z.literal(1), z.object({ a: z.number() })])),
})

function said(input: unknown) {
  const parsed = shape.safeParse(input)
  if (parsed.success) throw new Error('It was read')
  return codedPart(flawOf(parsed.error.issues[0], input)).message
}

describe('[FA2] an input that does not fit', () => {
  it.each([
    ['a field that does not exist', {}, 'is missing'],
    ['another type', { name: 7 }, 'must be a text, and is a number'],
    ['nothing', { name: null }, 'must be a text, and is nothing'],
    ['a list', { name: [] }, 'must be a text, and is a list'],
    ['only spaces', { name: '  ' }, 'must not be empty'],
    ['more than fits', { name: 'secret' }, 'is too long: 6 of 5 characters'],
    ['too little', { name: 'a', code: 'ab' }, 'is too short: 2 of 3 characters'],
    ['no id', { name: 'a', id: 'a b' }, 'must be an id'],
    ['a number beyond the limit', { name: 'a', count: 12_345 }, 'is too large: 12,345, and 2,000 is the most'],
    ['a number below it', { name: 'a', count: 0 }, 'is too small: 0, and 1 is the least'],
    ['half a number', { name: 'a', count: 1.5 }, 'must be a whole number, and is a number'],
    ['an empty list', { name: 'a', list: [] }, 'must not be empty'],
    ['too many', { name: 'a', list: ['1', '2', '3'] }, 'has too many entries: 3, and 2 is the most'],
    ['none of the choices', { name: 'a', kind: 'loud' }, 'must be one of: high, low'],
    ['a field that nobody knows', { name: 'a', nmae: 'b' }, 'is not a known field'],
    ['a flaw without a name of its own', { name: 'a', plain: 'b' }, 'cannot be read'],
    ['nothing of what it could be', { name: 'a', either: 'x' }, 'cannot be read'],
    ['no object at all', 'text', 'must be a set of fields, and is a text'],
  ])('%s', (_, input, words) => {
    expect(said(input)).toBe(words)
  })

  it('is said without what was typed, which may be a token', () => {
    expect(said({ name: 'xoxb-1234' })).not.toContain('xoxb')
  })
})
