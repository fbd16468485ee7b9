/** @typedef {import('../tests/bench/result.ts').BenchResult} BenchResult */

const HEADINGS = ['name', 'value', 'unit', 'baseline', 'ratio', 'target', 'ok']

/**
 * The results as columns of text, numbers to the right.
 * @param {readonly BenchResult[]} results
 */
export function benchTable(results) {
  const rows = [HEADINGS, ...results.map(cellsOf)]
  const widths = HEADINGS.map((_, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)))
  const line = (/** @type {readonly string[]} */ row) =>
    row.map((cell, column) => (isText(column) ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0)))
  return rows.map(row => line(row).join('  ').trimEnd()).join('\n')
}

/** @param {number} column */
function isText(column) {
  return HEADINGS[column] === 'name' || HEADINGS[column] === 'unit'
}

/** @param {BenchResult} result */
function cellsOf({ name, value, unit, baseline, ratio, target, ok }) {
  const verdict = ok === undefined ? '' : ok ? 'yes' : 'NO'
  return [
    name,
    number(value),
    unit,
    number(baseline),
    ratio === undefined ? '' : `${number(ratio)}×`,
    number(target),
    verdict,
  ]
}

/** @param {number | undefined} value Three digits say enough of anything that was timed. */
function number(value) {
  if (value === undefined) return ''
  return value.toLocaleString('en', value >= 1000 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 })
}
