import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build, type Rolldown } from 'vite'
import { describe, expect, it } from 'vitest'
import config from '../../electron.vite.config'

/** What a browser must have before the page can start, in bytes of gzip. What comes later is a chunk of its own. */
const LIMIT = 200_000

describe('the JavaScript that the page starts with', () => {
  it('is small enough', { timeout: 120_000 }, async () => {
    const initial = initialChunks(await builtPage())
    expect(initial.length).toBeGreaterThan(1)
    const size = initial.reduce((sum, { code }) => sum + gzipSync(code, { level: 9 }).byteLength, 0)
    expect(size, `${size} bytes. The largest modules:\n${largestModules(initial).join('\n')}`).toBeLessThanOrEqual(
      LIMIT,
    )
    // The list above is of use only if it names what there is.
    expect(largestModules(initial)[0]).toMatch(/^ *\d+ kB {2}node_modules\/react-dom\//)
    expect(largestModules(initial, Number.POSITIVE_INFINITY).join('\n')).not.toMatch(/echarts|@mantine|liquidjs/)
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
