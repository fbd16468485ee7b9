import { registerHooks } from 'node:module'

/** For `node --import`: lets a process run our TypeScript as it stands, where imports name no file's ending. */
registerHooks({
  resolve(specifier, context, next) {
    const bare = /^\.\.?\//.test(specifier) && !/\.\w+$/.test(specifier)
    return next(bare ? `${specifier}.ts` : specifier, context)
  },
})
