import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { beforeAll, describe, expect, it } from 'vitest'
import config, { noParsers } from '../../electron.vite.config'

/** What a browser must have before the page can start, in bytes of gzip. What comes later is a chunk of its own. */
const LIMIT = 199_900

describe('the JavaScript that the page starts with', () => {
  let chunks: readonly Rolldown.OutputChunk[]
  beforeAll(async () => {
    chunks = await builtPage()
  })

  it('is small enough', () => {
    const initial = initialChunks(chunks)
    const size = initial.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).byteLength, 0)
    expect(size, `${size} bytes. The largest modules:\n${largestModules(initial).join('\n')}`).toBeLessThanOrEqual(
      LIMIT,
    )
    // The list above is of use only if it names what there is.
    expect(largestModules(initial)[0]).toMatch(/^ *\d+ kB {2}node_modules\/react-dom\//)
    expect(largestModules(initial, Number.POSITIVE_INFINITY).join('\n')).not.toMatch(/echarts|@mantine|liquidjs/)
  })

  it('asks no kind of event for what the build leaves out of it, and nor does what comes later', () => {
    expect(chunks.length).toBeGreaterThan(20)
    const reads = chunks.filter(({ code }) => /\b(safeParse|upcasts|withoutTexts)\b/.test(code))
    expect(reads.map(({ fileName }) => fileName)).toEqual([])
    expect(largestModules(chunks, Number.POSITIVE_INFINITY).join('\n')).not.toMatch(/node_modules\/zod|read-event/)
  })
})

describe('the source of the page', () => {
  it('asks no shape to parse: there is none on the page that can', () => {
    const files = globSync('src/renderer/**/*.{ts,tsx}')
    expect(files.length).toBeGreaterThan(200)
    const parses = /(?<!\b(?:JSON|Date|URL))\.(?:parse|parseAsync|safeParse|safeParseAsync)\(/
    expect(files.filter(file => parses.test(readFileSync(file, 'utf8')))).toEqual([])
    expect('updateContentField.parse(content)').toMatch(parses)
  })
})

describe('the stand-in for zod', () => {
  it('describes every shape, and throws where it is asked to parse', async () => {
    const { load } = noParsers()
    const code = typeof load === 'object' ? Reflect.apply(load.handler, undefined, []) : undefined
    const z: typeof import('zod/mini') = await import(`data:text/javascript,${encodeURIComponent(String(code))}`)
    const thing = z.object({ id: z.string().check(z.trim(), z.regex(/^\w+$/)) })
    const shape = z.readonly(z.array(z.union([z.object({ ...thing.shape, at: z.enum(['a', 'b']) }), thing])))
    expect(() => shape.parse([])).toThrow('The page has no parsers')
    expect(() => shape.safeParse([])).toThrow('The page has no parsers')
    expect(() => z.safeParse(thing, {})).toThrow('The page has no parsers')
  })
})

async function builtPage(): Promise<readonly Rolldown.OutputChunk[]> {
  const { renderer } = config as { readonly renderer: { readonly plugins: []; readonly build: object } }
  const environment = process.env.NODE_ENV
  // React's development half is three times as large.
  process.env.NODE_ENV = 'production'
  try {
    const built = await build({
      ...{ ...renderer, configFile: false, root: resolve('src/renderer'), base: './', logLevel: 'error' },
      ...{ mode: 'production', build: { ...renderer.build, write: false } },
    })
    const [page] = [built].flat()
    if (page === undefined || !('output' in page)) throw new Error('The build answered no page')
    return page.output.filter(one => one.type === 'chunk')
  } finally {
    process.env.NODE_ENV = environment
  }
}

/** The entry, and what it imports other than on demand. */
function initialChunks(chunks: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] {
  const named = new Map(chunks.map(chunk => [chunk.fileName, chunk]))
  const found = new Set(chunks.filter(({ isEntry }) => isEntry))
  // A set that grows while it is gone through gives what was added too.
  for (const { imports } of found) {
    for (const name of imports) {
      const chunk = named.get(name)
      if (chunk !== undefined) found.add(chunk)
    }
  }
  return [...found]
}

/** Their sizes are those before the code is made small: they compare, and do not add up to the size of the page. */
function largestModules(chunks: readonly Rolldown.OutputChunk[], most = 40): readonly string[] {
  return chunks
    .flatMap(({ modules }) => Object.entries(modules))
    .toSorted(([, a], [, b]) => b.renderedLength - a.renderedLength)
    .slice(0, most)
    .map(([id, { renderedLength }]) => `${String(Math.round(renderedLength / 1_000)).padStart(5)} kB  ${placeOf(id)}`)
}

function placeOf(id: string): string {
  return id.replace(/^.*?\/(?=(node_modules|src)\/)/, '')
}
