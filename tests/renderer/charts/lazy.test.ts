import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../../../src/renderer')
const files = globSync('**/*.{ts,tsx}', { cwd: root }).map(path => ({
  path: path.replaceAll('\\', '/'),
  text: readFileSync(join(root, path), 'utf8'),
}))
const lines = (pattern: RegExp) =>
  files.flatMap(({ path, text }) =>
    text.split('\n').flatMap(line => (pattern.test(line) ? [`${path}: ${line.trim()}`] : [])),
  )

it('[CH6] keeps the charting library out of what is loaded first', () => {
  const values = lines(/from 'echarts/).filter(line => !/: import type |: \} from/.test(line))
  expect(values.every(line => line.startsWith('charts/library.ts:'))).toBe(true)
  expect(values.length).toBeGreaterThan(0)
  // The worker is a program of its own, and so is what it imports.
  const importers = lines(/from '.*\/library'/).filter(line => !line.includes('import type'))
  expect(importers.filter(line => !line.startsWith('charts/drawing-worker.ts:'))).toEqual([])
  expect(lines(/import\('.*\/library'\)/).length).toBeGreaterThan(0)
})
