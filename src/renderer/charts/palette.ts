/** Colours of a drawing. A canvas cannot read style sheets, so they are read from the element's custom properties. */
export interface Palette {
  readonly lines: readonly string[]
  readonly text: string
  readonly faint: string
  readonly surface: string
  readonly ink: string
  readonly warning: string
  readonly critical: string
  readonly font: string
}

/**
 * Custom property of each line's colour in ui/tokens.css, with its dark value as the fallback where no style sheet is
 * loaded.
 */
const series = [
  ['--qd-series-1', '#7cb0ff'],
  ['--qd-series-2', '#e3c4ff'],
  ['--qd-series-3', '#4fa8a0'],
  ['--qd-series-4', '#c9ced6'],
] as const

/** The colours of the lines, for parts that the page draws without a canvas. */
export const lineColours: readonly string[] = series.map(([name]) => `var(${name})`)

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
  return {
    lines: series.map(([name, otherwise]) => read(name, otherwise)),
    text: read('--qd-ink-3', '#98a2b1'),
    faint: read('--qd-line', '#20262e'),
    surface: read('--qd-raised', '#171b21'),
    ink: read('--qd-ink', '#eceff4'),
    warning: read('--qd-warn', '#f6b440'),
    critical: read('--qd-bad', '#ff7670'),
    font: style.fontFamily || 'sans-serif',
  }
}

/** Calls back when the page's theme changes, so that canvas drawings follow; returns its stop. */
export function onOtherTheme(told: () => void): () => void {
  const observer = new MutationObserver(told)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  return () => observer.disconnect()
}
