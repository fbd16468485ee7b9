import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      rolldownOptions: {
        input: {
          index: 'src/main/index.ts',
          serve: 'src/main/serve.ts',
          quarterdeck: 'src/main/quarterdeck.ts',
          worker: 'src/main/worker.ts',
        },
      },
    },
  },
  preload: {
    build: {
      // A sandboxed preload can require nothing but `electron`.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: 'src/preload/index.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  // The charts are one large chunk, which is loaded after the first paint.
  renderer: { plugins: [react()], build: { minify: true, chunkSizeWarningLimit: 1_500 } },
})
