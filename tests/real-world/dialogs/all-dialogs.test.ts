import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { allDialogs, beforeIncident } from './all-dialogs'

it('the walk through every dialog leaves none out', () => {
  const files = globSync('src/renderer/**/*.tsx').filter(file => /<Dialog\b/.test(readFileSync(file, 'utf8')))
  expect(files.length).toBeGreaterThan(30)
  expect(files.toSorted()).toEqual([...Object.keys(allDialogs), beforeIncident].toSorted())
})
