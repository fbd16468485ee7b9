import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesIn } from './house'

/** A class without a rule draws nothing, and neither the compiler nor the bundler says so. */

const folder = resolve(import.meta.dirname, '../../src/renderer')
const IMPORT = /import (\w+) from '([^']+\.module\.css)'/g
const CLASS = /\.([A-Za-z_][\w-]*)/g

interface Component {
  readonly path: string
  readonly text: string
}

function components(): readonly Component[] {
  return filesIn(folder, /\.tsx?$/).map(path => ({ path, text: readFileSync(path, 'utf8') }))
}

/** The classes that a style sheet has rules for. What is in braces is no selector, except in a rule of media. */
function classesOf(sheet: string): ReadonlySet<string> {
  const selectors = sheet.replace(/\/\*[\s\S]*?\*\//g, '').replace(/\{[^{}]*\}/g, '{}')
  return new Set([...selectors.matchAll(CLASS)].map(([, name = '']) => name))
}

/** The classes of its style sheets that a component draws with and that have no rule there. */
function withoutRule({ path, text }: Component): readonly string[] {
  return [...text.matchAll(IMPORT)].flatMap(([, name = '', sheet = '']) => {
    const classes = classesOf(readFileSync(join(dirname(path), sheet), 'utf8'))
    const used = text.replace(IMPORT, '').matchAll(new RegExp(`\\b${name}\\.(\\w+)`, 'g'))
    return [...used].flatMap(([use, one = '']) => (classes.has(one) ? [] : [`${path}: ${use}`]))
  })
}

describe('the classes of a component', () => {
  const all = components()

  it('have a rule in the style sheet that it imports', () => {
    expect(all.filter(({ text }) => text.includes('.module.css')).length).toBeGreaterThan(100)
    expect(all.flatMap(withoutRule)).toEqual([])
  })

  it('are named where they are used, so that this can be seen', () => {
    const computes = (text: string) => [...text.matchAll(IMPORT)].some(([, name]) => text.includes(`${name}[`))
    const importing = "import styles from './key.module.css'\n"
    expect(all.filter(({ text }) => computes(text)).map(({ path }) => path)).toEqual([])
    expect(computes(`${importing}const one = styles[part]`)).toBe(true)
  })

  it.each([
    ['a class that no rule is for', '<b className={styles.planted} />', 'styles.planted'],
    [
      'one beside a class that has a rule',
      "<b className={[styles.key, styles.planted].join(' ')} />",
      'styles.planted',
    ],
  ])('fail for %s', (_, drawn, use) => {
    const path = join(folder, 'ui/planted.tsx')
    const text = `import styles from './key.module.css'\nexport const Planted = () => ${drawn}\n`
    expect(withoutRule({ path, text })).toEqual([`${path}: ${use}`])
  })

  it('are those of selectors, not of what is in their rules', () => {
    const sheet =
      '/* .no */ .a > .b:hover { margin: .5em; background: url(x.png) } @media (width < 9px) { .c { top: 0 } }'
    expect([...classesOf(sheet)].sort()).toEqual(['a', 'b', 'c'])
  })
})
