import { registerHooks } from 'node:module'

/** For `node --import`: lets a process run our TypeScript as it stands, where imports name no file's ending; a package's own are left to Node. */
registerHooks({
  resolve(specifier, context, next) {
    const ours = context.parentURL?.includes('/node_modules/') !== true
    const bare = ours && /^\.\.?\//.test(specifier) && !/\.\w+$/.test(specifier)
    return next(bare ? `${specifier}.ts` : specifier, context)
  },
})
