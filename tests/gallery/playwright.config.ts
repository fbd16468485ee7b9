import { defineConfig } from '@playwright/test'
import { chromiumFile, chromiumWords } from '../support/chromium'

/** `npm run screenshots`: pictures to be looked at, not a test of anything. */
export default defineConfig({
  testDir: '.',
  testMatch: ['gallery.ts', 'minutes.ts'],
  outputDir: '../../test-results/gallery',
  workers: 1,
  timeout: 120_000,
  reporter: [['line']],
  use: {
    trace: 'off',
    launchOptions: { executablePath: chromiumFile, args: [...chromiumWords] },
  },
})
