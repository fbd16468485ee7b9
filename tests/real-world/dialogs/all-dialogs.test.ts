import { globSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { allDialogs, beforeIncident, walkedElsewhere } from './all-dialogs'

it('the walk through every dialog leaves none out', () => {
  const files = globSync('src/renderer/**/*.tsx').filter(file => /<Dialog\b/.test(readFileSync(file, 'utf8')))
  expect(files.length).toBeGreaterThan(30)
  const walked = [...Object.keys(allDialogs), ...Object.keys(walkedElsewhere), beforeIncident]
  expect(files.toSorted()).toEqual(walked.toSorted())
  for (const walk of Object.values(walkedElsewhere)) expect(readFileSync(walk, 'utf8')).toContain("getByRole('dialog'")
})
