import { isBuiltin } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'

/**
 * Takes Node's own modules as `require` gives them. An import asks each for all that it exports, and with the WebSocket
 * of node:http come undici, HTTP/2 and TLS: 13 MB and a tenth of a start, whether anybody uses them or not.
 */
function plainBuiltins(): Plugin {
  const line = /^import ([\w$]+|\* as [\w$]+|(?:[\w$]+, )?\{[^}]*\}) from "([^"]+)";$/gm
  return {
    name: 'plain-builtins',
    renderChunk: code =>
      code.replace(line, (whole, names: string, module: string) => {
        if (!isBuiltin(module)) return whole
        const taken = `process.getBuiltinModule(${JSON.stringify(module)});`
        const [, one, some] = /^(?:\* as )?([\w$]+)?(?:, )?(\{.*\})?$/s.exec(names) ?? []
        const parts = [one, some?.replaceAll(' as ', ': ')].filter(part => part !== undefined)
        return parts.map(part => `const ${part} = ${taken}`).join(' ')
      }),
  }
}

/** One letter beyond Latin-1 makes V8 keep the whole text of a script in two bytes a letter. */
function latinScripts(): Plugin {
  const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
  return {
    name: 'latin-scripts',
    // Behind the printer, which writes such letters as they are.
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle))
        if (file.type === 'chunk') file.code = file.code.replace(/[^\0-\xff]/g, escaped)
    },
  }
}

export default defineConfig({
  main: {
    plugins: [plainBuiltins(), latinScripts()],
    build: {
      // What is needed of a package comes along: loading hundreds of small files was a third of a start.
      externalizeDeps: { exclude: ['conf', 'liquidjs', 'pino', 'ws', 'yaml', 'yauzl', 'yazl', 'zod'] },
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
  renderer: {
    plugins: [react()],
    build: {
      minify: true,
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: {
        treeshake: {
          // Else the catalogue and parsers that a page does not use come along: the bundler cannot see that they only are.
          moduleSideEffects: [{ test: /[\\/]shared[\\/](contract|domain|events|lib|texts)[\\/]/, sideEffects: false }],
          manualPureFunctions: ['z', 'defineEvent'],
        },
      },
    },
  },
})
