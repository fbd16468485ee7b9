import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const renderer = join(import.meta.dirname, '../../../src/renderer')

it('[CW4] every part of the page judges a feed by one rule, which knows whether the engine is heard', () => {
  const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter(file => /\.tsx?$/.test(file))
  const judging = files.filter(file =>
    /import \{[^}]*\bfreshness\b[^}]*\} from '[^']*shared\/domain\/freshness'/.test(
      readFileSync(join(renderer, file), 'utf8'),
    ),
  )
  expect(judging).toEqual(['stores/judge.ts'])
})
