import { isBuiltin } from 'node:module'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import type { ESTree, Plugin } from 'vite'
import * as zod from 'zod/mini'

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

const PARSES = /parse|decode|encode/i

/**
 * Gives the page a stand-in for zod. The page folds events that its engine has parsed and sends calls that its engine will
 * parse, so it needs none of zod, which would be a tenth of what it starts with. All that describes a shape is one value
 * that can be called and chained without end; all that parses throws.
 */
export function noParsers(): Plugin {
  const stands = (name: string) => (PARSES.test(name) ? 'refuse' : 'shape')
  const names = Object.keys(zod).filter(name => name !== 'default')
  return {
    name: 'no-parsers',
    enforce: 'pre',
    resolveId: { filter: { id: /^zod(\/|$)/ }, handler: () => '\0no-parsers' },
    load: {
      filter: { id: /^\0no-parsers$/ },
      handler: () => `
        const refuse = () => { throw new Error('The page has no parsers: its engine parses what comes from outside') }
        const shape = new Proxy(() => shape, { get: (_, name) => (${PARSES}.test(String(name)) ? refuse : shape) })
        export { ${names.map(name => `${stands(name)} as ${name}`).join(', ')} }`,
    },
  }
}

/** Of a kind of event: its parser, how an older body becomes one of today, and what replaces an erased one. */
const READS_BODIES = ['body', 'upcasts', 'withoutTexts']

/** Leaves out of the page's kinds of events what only the engine asks of them; `page-size.test.ts` holds that it does. */
function foldOnly(): Plugin {
  return {
    name: 'fold-only',
    transform: {
      filter: { id: /[\\/]shared[\\/]events[\\/][^\\/]+\.ts$/, code: /= defineEvent\(/ },
      handler(code) {
        const kinds = this.parse(code).body.flatMap(definitionIn)
        if (kinds.length === 0) this.error('A kind of event must be `export const … = defineEvent(kind, { … })`')
        return kinds.reduceRight((text, kind) => withoutFields(text, kind, READS_BODIES), code)
      },
    },
  }
}

/** The second argument in `export const … = defineEvent(kind, { … })`. */
function definitionIn(statement: ESTree.Program['body'][number]): readonly ESTree.ObjectExpression[] {
  if (statement.type !== 'ExportNamedDeclaration' || statement.declaration?.type !== 'VariableDeclaration') return []
  return statement.declaration.declarations.flatMap(({ init }) => {
    if (init?.type !== 'CallExpression' || init.callee.type !== 'Identifier') return []
    const [, definition] = init.arguments
    return init.callee.name === 'defineEvent' && definition?.type === 'ObjectExpression' ? [definition] : []
  })
}

function withoutFields(code: string, { start, end, properties }: ESTree.ObjectExpression, names: readonly string[]) {
  const isNamed = (field: (typeof properties)[number]) =>
    field.type === 'Property' && field.key.type === 'Identifier' && names.includes(field.key.name)
  const kept = properties.filter(field => !isNamed(field)).map(field => code.slice(field.start, field.end))
  return `${code.slice(0, start)}{ ${kept.join(', ')} }${code.slice(end)}`
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
    plugins: [react(), noParsers(), foldOnly()],
    build: {
      minify: true,
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: {
        // What a page starts with is one file: in twenty, each compressed by itself, it is 5 kB more.
        output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
        treeshake: {
          // Else the catalogue and parsers that a page does not use come along: the bundler cannot see that they only are.
          moduleSideEffects: [{ test: /[\\/]shared[\\/](contract|domain|events|lib|texts)[\\/]/, sideEffects: false }],
          manualPureFunctions: ['z', 'defineEvent'],
        },
      },
    },
  },
})
