import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

/** Real processes, servers and files: a busy machine must not fail what only takes long. */
const patience = { testTimeout: 240_000, hookTimeout: 240_000, expect: { poll: { timeout: 60_000 } } }

/** They replace a module that all others share. */
const alone = ['tests/renderer/texts/catalogue.test.tsx']

const reporters = ['default', './tests/plain-reporter.ts']

export default defineConfig({
  test: {
    reporters,
    // Most files wait for processes, disks and servers rather than compute, so that more run than there are cores.
    maxWorkers: 3,
    projects: [
      {
        test: {
          name: 'node',
          environment: 'node',
          ...patience,
          // They change nothing global, so the files of a worker share one module graph: a fifth of the time for rules.
          isolate: false,
          include: ['tests/{shared,main}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'isolated',
          environment: 'node',
          ...patience,
          include: ['tests/{architecture,scripts,hosts,security,real-world}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'contract',
          environment: 'node',
          include: ['tests/contract/**/*.test.ts'],
          ...patience,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: ['tests/renderer/**/*.test.{ts,tsx}', 'tests/real-world/**/*.test.tsx'],
          setupFiles: ['tests/support/patience.ts'],
          ...patience,
          // A page and all its modules for each file took longer than the tests in them.
          isolate: false,
          exclude: [...alone],
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer alone',
          environment: 'jsdom',
          include: [...alone],
          setupFiles: ['tests/support/patience.ts'],
          ...patience,
        },
      },
    ],
  },
})
