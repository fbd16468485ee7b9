import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

const reporters = ['default', './tests/plain-reporter.ts']

export default defineConfig({
  test: {
    reporters,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          // Real processes, servers and files: a busy machine must not fail what only takes long.
          testTimeout: 30_000,
          hookTimeout: 30_000,
          include: ['tests/{shared,main,architecture,scripts,hosts,security}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/contract/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/patience.ts'],
          testTimeout: 30_000,
        },
      },
    ],
  },
})
