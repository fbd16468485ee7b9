// @vitest-environment node
import { describe, expect, it } from 'vitest'
import { type Colours, coloursOf, contrast, laidOn, pairsOf, styleSheets } from '../../support/theme-colours'

const qd = (names: string) => names.split(' ').map(name => `--qd-${name}`)
const surfaces = qd('desk pane raised hover field')
const washes = qd('accent-wash good-wash warn-wash bad-wash')
const severities = qd('sev1 sev2 sev3 sev4')
const inks = [...qd('ink ink-2 ink-3 accent good warn bad stale'), ...severities]
const wallInks = 'ink ink-2 good warn bad sev2 sev3 sev4'.split(' ').map(name => `--wall-${name}`)
const wallPlates = wallInks.filter(name => !name.includes('ink'))

/** AA, and AAA where one must read from five metres or with the least sight. */
const themes = [
  { theme: 'dark', least: 4.5 },
  { theme: 'light', least: 4.5 },
  { theme: 'contrast', least: 7 },
] as const

describe.each(themes)('[SE4] the $theme theme', ({ theme, least }) => {
  const colours = coloursOf(theme)

  it('has every ink readable on every surface, and on every wash over it', () => {
    const grounds = surfaces.flatMap(surface => [
      { name: surface, hex: hex(colours, surface) },
      ...washes.map(wash => ({
        name: `${wash} over ${surface}`,
        hex: laidOn(hex(colours, wash), hex(colours, surface)),
      })),
    ])
    const faults = grounds.flatMap(ground =>
      inks
        .map(ink => ({ ink, ground: ground.name, ratio: contrast(hex(colours, ink), ground.hex) }))
        .filter(({ ratio }) => ratio < least),
    )
    expect(faults).toEqual([])
  })

  it('has readable every pair that a style sheet sets together', () => {
    const pairs = styleSheets().flatMap(pairsOf)
    expect(pairs.length).toBeGreaterThan(20)
    const faults = pairs
      .map(([ink, ground]) => ({ ink, ground, ratio: worst(colours, ink, ground) }))
      .filter(({ ink, ratio }) => ratio < (ink.startsWith('--wall') ? 7 : least))
    expect(faults).toEqual([])
  })

  it('has readable words on the plates of severities, and on what can be done next', () => {
    for (const plate of severities) expect(ratio(colours, '--qd-sev-ink', plate)).toBeGreaterThanOrEqual(least)
    expect(ratio(colours, '--qd-accent-ink', '--qd-accent')).toBeGreaterThanOrEqual(least)
  })

  it('has a wall that reads at AAA', () => {
    for (const ink of wallInks) expect(ratio(colours, ink, '--wall-back'), ink).toBeGreaterThanOrEqual(7)
    for (const plate of wallPlates) expect(ratio(colours, '--wall-plate-ink', plate), plate).toBeGreaterThanOrEqual(7)
    for (const tape of ['--wall-drill', '--wall-drill-2'])
      expect(ratio(colours, '--wall-drill-ink', tape)).toBeGreaterThanOrEqual(7)
  })

  it('has chart lines and field edges that can be seen, and lines that differ in lightness', () => {
    const lines = qd('series-1 series-2 series-3 series-4')
    for (const line of lines) expect(ratio(colours, line, '--qd-pane'), line).toBeGreaterThanOrEqual(3)
    expect(new Set(lines.map(line => ratio(colours, line, '--qd-pane').toFixed(1))).size).toBe(4)
  })
})

it('[SE4] decides every colour in tokens.css', () => {
  const strays = styleSheets().flatMap(({ file, css }) =>
    [...css.matchAll(/#[0-9a-f]{3,8}\b|rgba?\(|hsla?\(/gi)].map(([colour]) => `${file}: ${colour}`),
  )
  expect(strays).toEqual([])
})

function hex(colours: Colours, name: string): string {
  const value = colours.get(name)
  if (value === undefined) throw new Error(`tokens.css has no ${name}`)
  return value
}

function ratio(colours: Colours, ink: string, ground: string): number {
  return contrast(hex(colours, ink), hex(colours, ground))
}

/** A wash is transparent: what counts is the surface below it that serves it worst. */
function worst(colours: Colours, ink: string, ground: string): number {
  const hexes = ground.endsWith('-wash')
    ? surfaces.map(surface => laidOn(hex(colours, ground), hex(colours, surface)))
    : [hex(colours, ground)]
  return Math.min(...hexes.map(each => contrast(hex(colours, ink), each)))
}
