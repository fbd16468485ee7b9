import type { Millis } from '../../shared/lib/time'
import type { Mark } from './chart-data'
import type { Span } from './drawable'
import { PLOT } from './plot'

/** Widths in pixels at the size of a label: a character, its padding, and that with half of a count of others. */
const [CHARACTER, PADDING, BESIDE] = [6, 8, 16]
/** Characters of a count, such as ` +3`. */
const COUNT = 3

/** What two labels need side by side, one of them with a count. */
function roomOf(marks: readonly Mark[]): number {
  return CHARACTER * Math.max(0, ...marks.map(({ label }) => label.length)) + BESIDE
}

/** The incident's own decisions come first: a decision must never be only counted behind another mark. */
const rank = ({ kind }: Mark) => (kind === undefined ? 0 : kind === 'deploy' ? 1 : 2)

/**
 * [CH11] Marks that can be told apart in a box of this width. Of marks that would overlap, the first of the highest
 * kind stays in its place and counts the others. Zoomed in, they separate again.
 * @param width of the box, in pixels
 */
export function clusteredMarks(marks: readonly Mark[], span: Span | null, width: number): readonly Mark[] {
  if (span === null || span.to === span.from) return marks
  const room = roomOf(marks)
  // With room for a count.
  const middle = ({ at, label }: Mark) => {
    const { x, half, align } = placed(at, label.length + COUNT, span, width)
    return x + { left: half, center: 0, right: -half }[align]
  }
  const leads: { readonly mark: Mark; others: number }[] = []
  for (const mark of marks.toSorted((a, b) => rank(a) - rank(b) || a.at - b.at)) {
    const distance = (lead: { readonly mark: Mark }) => Math.abs(middle(lead.mark) - middle(mark))
    const nearest = leads.toSorted((a, b) => distance(a) - distance(b))[0]
    if (nearest !== undefined && distance(nearest) < room) nearest.others += 1
    else leads.push({ mark, others: 0 })
  }
  return leads
    .map(({ mark, others }) => (others === 0 ? mark : { ...mark, label: `${mark.label} +${others}` }))
    .toSorted((a, b) => a.at - b.at)
}

/** Of a label with so many characters: where its line is in the plot, half of its width, and where it stands. */
function placed(at: Millis, characters: number, span: Span, width: number) {
  const inner = Math.max(1, width - PLOT.left - PLOT.right)
  const x = ((at - span.from) / (span.to - span.from)) * inner
  const half = (CHARACTER * characters + PADDING) / 2
  const align = x < half ? 'left' : inner - x + PLOT.right < half ? 'right' : 'center'
  return { x, half, align } as const
}

/**
 * [CH11] Where a label stands: above the middle of its line, or at an edge beside it, where it would cover the axis or be
 * cut off.
 */
export function labelAlign({ at, label }: Mark, span: Span | null, width: number): 'left' | 'center' | 'right' {
  if (span === null || span.to === span.from) return 'center'
  return placed(at, label.length, span, width).align
}

/** Share of the plot's width within which a pointer selects a mark. */
const NEAR = 0.04
const MOST_NEAR = 4

/** [CH12] The marks at the pointed instant, nearest first: the marks that a count above a line includes. */
export function marksNear(marks: readonly Mark[], at: Millis, { from, to }: Span): readonly Mark[] {
  const away = (mark: Mark) => Math.abs(mark.at - at)
  return marks
    .filter(mark => away(mark) <= (to - from) * NEAR)
    .toSorted((a, b) => away(a) - away(b))
    .slice(0, MOST_NEAR)
}
