import { fileURLToPath } from 'node:url'

/** The project's folder, whatever the working folder is. */
export const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * What a step of the scripts came to. The message is one line for a person.
 * @typedef {{ readonly ok: true } | { readonly ok: false, readonly message: string }} Step
 */
