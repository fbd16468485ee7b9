/**
 * What one runner came to. `skippedSuites` names each skipped group once, with its reason where the runner gives one.
 * @typedef {object} Counts
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} skippedSuites
 * @property {readonly string[]} [secondTries] Tests that failed once and passed when they were run again.
 */

/** @typedef {{ readonly status: string, readonly ancestorTitles: readonly string[], readonly title: string }} VitestCase */
/** @typedef {{ readonly name: string, readonly status: string, readonly assertionResults: readonly VitestCase[] }} VitestFile */

/** @typedef {{ readonly status: string, readonly annotations: readonly { readonly type: string, readonly description?: string }[] }} PlaywrightCase */
/**
 * @typedef {object} PlaywrightSuite
 * @property {string} title
 * @property {readonly { readonly title: string, readonly tests: readonly PlaywrightCase[] }[]} [specs]
 * @property {readonly PlaywrightSuite[]} [suites]
 */

/**
 * @param {{ readonly testResults: readonly VitestFile[] }} report As Vitest's JSON reporter writes it.
 * @param {string} root Cut from the files' names.
 * @returns {Counts}
 */
export function countVitest({ testResults }, root) {
  const cases = testResults.flatMap(file =>
    file.assertionResults.map(one => ({ ...one, suite: suiteName(file.name, one, root) })),
  )
  const passed = cases.filter(one => one.status === 'passed').length
  const failed = cases.filter(one => one.status === 'failed').length
  // A file that could not be loaded has failed without a failed test in it.
  const broken = testResults.filter(
    file => file.status === 'failed' && file.assertionResults.every(one => one.status !== 'failed'),
  )
  const skipped = cases.filter(one => one.status !== 'passed' && one.status !== 'failed')
  return {
    passed,
    failed: failed + broken.length,
    skipped: skipped.length,
    skippedSuites: named(skipped.map(one => one.suite)),
  }
}

/**
 * @param {string} file
 * @param {VitestCase} one
 * @param {string} root
 */
function suiteName(file, one, root) {
  return `${file.startsWith(root) ? file.slice(root.length) : file} › ${one.ancestorTitles[0] ?? one.title}`
}

/**
 * @param {{ readonly suites: readonly PlaywrightSuite[], readonly errors: readonly unknown[] }} report As Playwright's JSON reporter writes it.
 * @returns {Counts}
 */
export function countPlaywright({ suites, errors }) {
  const cases = suites.flatMap(suite => casesIn(suite, []))
  const skipped = cases.filter(one => one.status === 'skipped')
  return {
    passed: cases.filter(one => one.status === 'expected' || one.status === 'flaky').length,
    failed: cases.filter(one => one.status === 'unexpected').length + errors.length,
    skipped: skipped.length,
    skippedSuites: named(skipped.map(one => [one.suite, ...one.reasons].join(': '))),
    secondTries: cases.filter(one => one.status === 'flaky').map(one => one.name),
  }
}

/**
 * @param {PlaywrightSuite} suite
 * @param {readonly string[]} above
 * @returns {readonly { readonly status: string, readonly name: string, readonly suite: string, readonly reasons: readonly string[] }[]}
 */
function casesIn(suite, above) {
  const titles = [...above, suite.title]
  const own = (suite.specs ?? []).flatMap(spec =>
    spec.tests.map(({ status, annotations }) => {
      const reasons = annotations.filter(one => one.type === 'skip').flatMap(one => one.description ?? [])
      const name = [...titles, spec.title].join(' › ')
      return { status, name, suite: titles.length > 1 ? titles.join(' › ') : name, reasons }
    }),
  )
  return [...own, ...(suite.suites ?? []).flatMap(inner => casesIn(inner, titles))]
}

/** @param {readonly string[]} suites One for each skipped test. */
function named(suites) {
  return [...new Set(suites)].map(suite => {
    const tests = suites.filter(one => one === suite).length
    return `${suite} (${tests} ${tests === 1 ? 'test' : 'tests'})`
  })
}

/**
 * The plain closing line.
 * @param {readonly Counts[]} counts
 */
export function closingLine(counts) {
  const sum = (/** @type {'passed' | 'failed' | 'skipped'} */ key) => counts.reduce((total, one) => total + one[key], 0)
  return `${sum('passed')} passed, ${sum('failed')} failed, ${sum('skipped')} skipped`
}

/**
 * A step that failed as a whole, or a suite that was left out as a whole.
 * @param {'failed' | 'skipped'} what
 * @param {string} name
 * @returns {Counts}
 */
export function whole(what, name) {
  return { passed: 0, failed: 0, skipped: 0, skippedSuites: what === 'skipped' ? [name] : [], [what]: 1 }
}
