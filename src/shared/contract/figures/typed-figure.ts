import type { PanelUnit } from '../panel-units'

/** Seconds that one of each is worth. */
const spans: Readonly<Record<string, number>> = {
  ...{ ns: 1e-9, us: 1e-6, µs: 1e-6, ms: 1e-3, cs: 1e-2, s: 1, sec: 1, m: 60, min: 60, h: 3_600, d: 86_400 },
  ...{ nanoseconds: 1e-9, microseconds: 1e-6, milliseconds: 1e-3, centiseconds: 1e-2, seconds: 1, minutes: 60 },
  ...{ hours: 3_600, days: 86_400 },
}
const powers = { '': 0, k: 1, m: 2, g: 3, t: 4, p: 5 } as const

/** [DN6] A value as people type it, in a panel's unit: `5%`, `250 ms`, `1.2k`, `3 GiB`; undefined where it is none. */
export function typedFigure(typed: string, unit: PanelUnit): number | undefined {
  const [, digits, letters = ''] = /^([-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+))\s*(\S*)$/u.exec(typed.trim()) ?? []
  if (digits === undefined) return undefined
  const number = Number(digits.replace(',', '.'))
  if (unit === 'percent' || unit === 'ratio')
    return /^%?$/.test(letters) ? number / (unit === 'ratio' ? 100 : 1) : undefined
  const one = spans[unit]
  if (one !== undefined) {
    const said = letters === '' ? one : spans[letters.toLowerCase()]
    return said === undefined ? undefined : (number * said) / one
  }
  const [, power = '', binary, rest] =
    /^([kmgtp]?)(i?)(b?(?:ps|\/s)?|\/s|\/min|req\/s|rps|hz|\$|€|°?[cf]|v|a|w|rpm)$/i.exec(letters) ?? []
  if (rest === undefined) return undefined
  return number * (binary === '' ? 1_000 : 1_024) ** powers[power.toLowerCase() as keyof typeof powers]
}
