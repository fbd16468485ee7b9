import { defineConfig } from '@playwright/test'
import { chromiumFile, chromiumWords } from './tests/support/chromium'

/** What `npm test` found to be absent: suites that need it carry its name as a tag, such as `@prometheus`. */
const absent = (process.env.QUARTERDECK_SKIP ?? '').split(',').filter(name => name !== '')

/** Walks that show at greater length what others show: `npm run soak` runs them alone, `npm test` the rest. */
const soaks = process.env.QUARTERDECK_SOAK !== undefined
const leftOut = [...absent, ...(soaks ? [] : ['soak'])]

export default defineConfig({
  testDir: 'tests',
  testMatch: ['e2e/**/*.spec.ts', 'real-world/**/*.spec.ts'],
  outputDir: 'test-results/artifacts',
  fullyParallel: true,
  workers: 2,
  // Long walks, on a machine that is three times slower than most.
  timeout: 240_000,
  // What a person would wait for, on a machine that is busy with something else; a test that passes is not slower for it.
  expect: { timeout: 30_000 },
  // A shared machine may stall for seconds. Whatever passes only at the second try is named in the closing lines.
  retries: process.env.CI === undefined ? 0 : 1,
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  ...(soaks && { grep: /@soak\b/ }),
  ...(leftOut.length > 0 && { grepInvert: new RegExp(leftOut.map(name => `@${name}\\b`).join('|')) }),
  use: {
    viewport: { width: 1920, height: 1080 },
    colorScheme: 'dark',
    // A trace hooks into every browser the test connects to, also those that the application under test closes.
    trace: 'off',
    launchOptions: {
      executablePath: chromiumFile,
      args: [...chromiumWords],
    },
  },
})
