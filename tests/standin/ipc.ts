type Handler = (event: object, ...args: readonly unknown[]) => unknown

const handlers = new Map<string, Handler>()

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void handlers.set(channel, handler),
  removeHandler: (channel: string) => void handlers.delete(channel),
  on: () => ipcMain,
  removeAllListeners: () => ipcMain,
}

/** Both ways by structured clone, so that what cannot cross in Electron does not cross here. */
export async function answerInvoke(event: object, channel: string, args: unknown): Promise<unknown> {
  const handler = handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  const list = Array.isArray(args) ? args : []
  return structuredClone(await handler(event, ...structuredClone(list)))
}
