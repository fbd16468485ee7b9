import { describe, expect, it } from 'vitest'
import { isInstalled } from '../../scripts/install.mjs'

const react = { version: '19.3.1', integrity: 'sha512-a' }
const fsevents = { version: '2.3.3', integrity: 'sha512-b', optional: true }
const lock = { '': {}, 'node_modules/react': react, 'node_modules/fsevents': fsevents }

describe('what is installed', () => {
  it('agrees with the lockfile, with or without the packages of other platforms', () => {
    expect(isInstalled(lock, { 'node_modules/react': react })).toBe(true)
    expect(isInstalled(lock, { 'node_modules/react': react, 'node_modules/fsevents': fsevents })).toBe(true)
  })

  it.each([
    ['a package is missing', {}],
    ['a version differs', { 'node_modules/react': { ...react, version: '19.3.0' } }],
    ['a content differs', { 'node_modules/react': { ...react, integrity: 'sha512-c' } }],
    ['one is left over', { 'node_modules/react': react, 'node_modules/vue': react }],
  ])('is stale where %s', (_, installed) => {
    expect(isInstalled(lock, installed)).toBe(false)
  })
})
