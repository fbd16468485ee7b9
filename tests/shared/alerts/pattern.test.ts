import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codedPart } from '../../../src/shared/contract/coded-text'
import { compilePattern } from '../../../src/shared/domain/alerts/pattern/pattern'

const fits = (pattern: string, text: string): boolean => {
  const compiled = compilePattern(pattern)
  if (!compiled.ok) throw new Error(compiled.fault.code)
  return compiled.value(text)
}

describe('[AG12] patterns', () => {
  it.each([
    ['pay.*', 'payments-api', true],
    ['pay', 'payments-api', false],
    ['(a|bc)+d?', 'abcbc', true],
    ['[a-c0-9_-]{2,3}', 'a-9', true],
    ['[^a-c]+', 'xyz', true],
    ['[^a-c]+', 'xaz', false],
    ['[]x]+', ']x]', true],
    ['\\d+\\.\\w+', '42.ab_1', true],
    ['[\\d\\s]+', '4 2', true],
    ['[\\D]+', 'ab', true],
    ['^a$', 'a', true],
    ['a^b', 'ab', false],
    ['(?:ab){2}', 'abab', true],
    ['a{,3}', 'a{,3}', true],
    ['', '', true],
    ['(|a)b', 'b', true],
    ['größe.', 'größe🙂', true],
    ['.', '\n', false],
  ])('%s on %j: %s', (pattern, text, wanted) => {
    expect(fits(pattern, text)).toBe(wanted)
  })

  it.each([
    ['(a', 'a group is not closed: “)” is missing'],
    ['a)', 'it closes a group that was not opened: “)”'],
    ['[a', 'a set of characters is not closed: “]” is missing'],
    ['*a', 'there is nothing before “*” to repeat'],
    ['a**', 'a repetition is repeated: put a group around it'],
    ['(a)\\1', '“\\1” is not supported'],
    ['(?=a)', 'groups that look ahead or behind, have a name or set flags are not supported'],
    ['a{101}', 'nothing may be repeated more than 100 times'],
    ['a{3,2}', '“{3,2}” ends before it starts'],
    ['[z-a]', 'a span of characters like “a-z” must go upwards, from one character to another'],
    ['a\\', 'it ends with a backslash'],
    ['((a{50}){50}){50}', 'it repeats too much: use fewer or smaller repetitions'],
    ['a'.repeat(301), 'it is longer than 300 characters'],
  ])('%s is refused in plain words', (pattern, fault) => {
    const compiled = compilePattern(pattern)
    expect(compiled.ok ? '' : codedPart(compiled.fault).message).toBe(fault)
  })

  it('take time in proportion to the text where others take forever', () => {
    const began = performance.now()
    expect(fits('(a+)+b', 'a'.repeat(100_000))).toBe(false)
    expect(fits('(a|a)*c', 'a'.repeat(100_000))).toBe(false)
    expect(fits('(.*a){12}', 'ab'.repeat(5_000))).toBe(false)
    // JavaScript's own would need longer than the universe has been.
    expect(performance.now() - began).toBeLessThan(30_000)
  })

  it('say the same as the expressions of JavaScript, wherever both know the syntax', () => {
    const atom = fc.constantFrom('a', 'b', 'c', '.', '[ab]', '[^a]', '(a|b)', '(?:bc|a)', '\\w', '(ab)')
    const part = fc.tuple(atom, fc.constantFrom('', '*', '+', '?', '{2}', '{1,2}', '{0,}')).map(([a, b]) => a + b)
    const pattern = fc
      .array(part, { maxLength: 5 })
      .chain(parts => fc.constantFrom(parts.join(''), parts.join('|'), `(${parts.join('')})*`))
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 8 }).map(chars => chars.join(''))
    fc.assert(
      fc.property(pattern, text, (given, on) => fits(given, on) === new RegExp(`^(?:${given})$`, 'u').test(on)),
      { numRuns: 2_000 },
    )
  })
})
