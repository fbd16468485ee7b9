import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Options, parseOptions, toArguments } from '../../src/main/options.mjs'

const surroundings = { home: '/home/ada', from: '/srv/deck', environment: {} }
const parse = (...argv: string[]) => parseOptions(argv, surroundings)

function options(...argv: string[]): Options {
  const parsed = parse(...argv)
  if (!parsed.ok) throw new Error(parsed.message)
  return parsed.options
}

describe('options', () => {
  it('has defaults that open the drill', () => {
    expect(options()).toEqual({
      web: false,
      port: 4173,
      data: '/home/ada/.quarterdeck',
      drill: 'payments-outage',
      speed: 1,
      open: true,
      wall: false,
      signOut: false,
      file: null,
      help: false,
    })
  })

  it('takes every option, with a space or an equals sign', () => {
    expect(options('--web', '--port', '0', '--data=rec', '--speed', '0.5', '--no-open', '--help')).toMatchObject({
      web: true,
      port: 0,
      data: '/srv/deck/rec',
      speed: 0.5,
      open: false,
      help: true,
    })
    expect(options('--drill', 'dns').drill).toBe('dns')
    expect(options('--no-drill').drill).toBeNull()
  })

  it('takes the data folder from the environment unless the command line names one', () => {
    const environment = { QUARTERDECK_DATA: '/var/deck' }
    expect(parseOptions([], { ...surroundings, environment })).toMatchObject({ options: { data: '/var/deck' } })
    expect(parseOptions(['--data', '/x'], { ...surroundings, environment })).toMatchObject({ options: { data: '/x' } })
  })

  it.each([
    ['--verbose'],
    ['constructor'],
    ['--port'],
    ['--data', '--web'],
    ['--port', '65536'],
    ['--port', '-1'],
    ['--port', '80x'],
    ['--port', '1e3'],
    ['--data', ''],
    ['--drill', '../x'],
    ['--drill', ''],
    ['--speed', '0'],
    ['--speed', '601'],
    ['--speed', 'Infinity'],
    ['--web=yes'],
    ['stray\nline'],
  ])('refuses %j %j in one line that names it and the way out', (...argv) => {
    const parsed = parse(...argv)
    expect(parsed.ok).toBe(false)
    if (parsed.ok) return
    expect(parsed.message).toContain(JSON.stringify(argv[0]?.split('=')[0]).slice(1, -1))
    expect(parsed.message).toContain('--help')
    expect(parsed.message).not.toContain('\n')
  })

  it('writes a command line that reads back the same', () => {
    const asked = fc.record({
      web: fc.boolean(),
      port: fc.integer({ min: 0, max: 65_535 }),
      data: fc.constantFrom('/a', '/a b/c=d', '/b--web'),
      drill: fc.constantFrom(null, 'payments-outage', 'dns'),
      speed: fc.constantFrom(0.1, 1, 12.5, 600),
      open: fc.boolean(),
      wall: fc.boolean(),
      signOut: fc.constant(false),
      file: fc.constantFrom(null, '/a b/checkout.quarterdeck'),
      help: fc.constant(false),
    })
    fc.assert(
      fc.property(asked, wanted => {
        expect(options(...toArguments(wanted))).toEqual(wanted)
      }),
    )
  })
})
