import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The cockpit on canned data, to look at while its face is worked on: `npx vite build -c tests/preview/vite.config.ts`. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: { outDir: '../../out/preview', emptyOutDir: true },
})
