import { registerHooks } from 'node:module'

// Covers import and require, also inside dependencies such as electron-store.
const url = new URL('./electron.ts', import.meta.url).href
registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url, format: 'module-typescript', shortCircuit: true } : next(specifier, context),
})
