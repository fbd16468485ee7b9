import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { gzipSync } from 'node:zlib'
import { atMost, type BenchResult } from './result'

/** The JavaScript that must be there before the page can start: what index.html itself names, as a gzip of each file. */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = resolve('out/renderer')
  const page = readFileSync(resolve(folder, 'index.html'), 'utf8')
  const files = [...page.matchAll(/(?:src|href)="(\.\/[^"]+\.js)"/g)].map(([, file = '']) => file)
  if (files.length === 0) throw new Error('The built page names no script')
  const sizes = files.map(file => gzipSync(readFileSync(resolve(folder, file)), { level: 9 }).byteLength)
  const size = sizes.reduce((sum, one) => sum + one, 0) / 1_000
  return [atMost({ name: 'Initial JavaScript', value: size, unit: 'kB gzip' }, 200)]
}
