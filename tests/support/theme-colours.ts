import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The colours of a theme as `ui/tokens.css` has them, and the pairs of them that style sheets use. */

const renderer = join(import.meta.dirname, '../../src/renderer')

export type Colours = ReadonlyMap<string, string>

export function coloursOf(theme: 'dark' | 'light' | 'contrast'): Colours {
  const css = readFileSync(join(renderer, 'ui/tokens.css'), 'utf8')
  return new Map([...declared(css, 'dark'), ...declared(css, theme)])
}

function declared(css: string, theme: string): readonly (readonly [string, string])[] {
  const opening = `[data-sample="${theme}"] {`
  const start = css.indexOf(opening)
  if (start < 0) throw new Error(`tokens.css has no block ${opening}`)
  const block = css.slice(start, css.indexOf('\n}', start))
  return [...block.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{3,8});/gi)].map(([, name = '', value = '']) => [name, value])
}

/** A style sheet of the page besides tokens.css. */
export interface Sheet {
  readonly file: string
  readonly css: string
}

export function styleSheets(): readonly Sheet[] {
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.css') && !file.endsWith('tokens.css') && !file.endsWith('mantine.css'))
    .map(file => ({ file, css: readFileSync(join(renderer, file), 'utf8') }))
}

/** Ink and ground that one rule sets together, both by name. */
export function pairsOf({ css }: Sheet): readonly (readonly [ink: string, ground: string])[] {
  return [...css.matchAll(/\{([^{}]*)\}/g)].flatMap(([, rule = '']) => {
    const ink = /(?:^|[\s;])color:\s*var\((--[\w-]+)\)/.exec(rule)?.[1]
    const ground = /background(?:-color)?:\s*var\((--[\w-]+)\)/.exec(rule)?.[1]
    return ink === undefined || ground === undefined || ground === '--tone' || ink === '--tone' ? [] : [[ink, ground]]
  })
}

type Channels = readonly [red: number, green: number, blue: number, alpha: number]

function channels(hex: string): Channels {
  const digits = hex.slice(1)
  const long = digits.length < 6 ? [...digits].map(digit => digit + digit).join('') : digits
  const at = (index: number) => Number.parseInt(long.slice(index, index + 2) || 'ff', 16) / 255
  return [at(0), at(2), at(4), at(6)]
}

/** A wash as it looks on an opaque ground. */
export function laidOn(wash: string, ground: string): string {
  const [top, below] = [channels(wash), channels(ground)]
  const mixed = [0, 1, 2].map(index => (top[index] ?? 0) * top[3] + (below[index] ?? 0) * (1 - top[3]))
  return `#${mixed
    .map(share =>
      Math.round(share * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

/** Contrast of two opaque colours, WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex)
  const [r, g, b] = [red, green, blue].map(share =>
    share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0)
}
