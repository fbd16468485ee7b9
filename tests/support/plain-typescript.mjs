import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { fileURLToPath } from 'node:url'
import { transformSync } from 'rolldown/utils'

/**
 * For `node --import`: lets a process or a thread run our TypeScript as it stands, where imports name no file's ending; a
 * package's own are left to Node. Node's own way to strip types is WebAssembly, and V8 13.6 has ended the whole process now
 * and then where a thread that had used some was over.
 */
registerHooks({
  resolve(specifier, context, next) {
    const ours = context.parentURL?.includes('/node_modules/') !== true
    const bare = ours && /^\.\.?\//.test(specifier) && !/\.\w+$/.test(specifier)
    return next(bare ? `${specifier}.ts` : specifier, context)
  },
  load(url, context, next) {
    if (!url.endsWith('.ts') || url.includes('/node_modules/')) return next(url, context)
    const file = fileURLToPath(url)
    const { code, errors } = transformSync(file, readFileSync(file, 'utf8'))
    if (errors.length > 0) throw new Error(`${file}: ${errors.map(({ message }) => message).join('; ')}`)
    return { format: 'module', source: code, shortCircuit: true }
  },
})
