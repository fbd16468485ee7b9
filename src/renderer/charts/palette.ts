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

/** Lines that are told apart without colour vision too: they differ in lightness. */
export const lineColours = ['#7cb0ff', '#e3c4ff', '#4fa8a0', '#c9ced6'] as const

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element)
  const read = (name: string, otherwise: string) => style.getPropertyValue(name).trim() || otherwise
  return {
    lines: [read('--qd-accent', lineColours[0]), ...lineColours.slice(1)],
    text: read('--qd-ink-3', '#8a95a5'),
    faint: read('--qd-line', '#20262e'),
    surface: read('--qd-raised', '#171b21'),
    ink: read('--qd-ink', '#eceff4'),
    warning: read('--qd-warn', '#f6b440'),
    critical: read('--qd-bad', '#ff6b66'),
    font: style.fontFamily || 'sans-serif',
  }
}
