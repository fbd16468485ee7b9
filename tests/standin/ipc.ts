import { EventEmitter } from 'node:events'

type Handler = (event: object, ...args: readonly unknown[]) => unknown

class IpcMain extends EventEmitter {
  readonly handlers = new Map<string, Handler>()

  handle(channel: string, handler: Handler): void {
    this.handlers.set(channel, handler)
  }

  removeHandler(channel: string): void {
    this.handlers.delete(channel)
  }
}

export const ipcMain = new IpcMain()

/** Both ways by structured clone, so that what cannot cross in Electron does not cross here. */
export async function answerInvoke(event: object, channel: string, args: unknown): Promise<unknown> {
  const handler = ipcMain.handlers.get(channel)
  if (handler === undefined) throw new Error(`No handler registered for '${channel}'`)
  const list = Array.isArray(args) ? args : []
  return structuredClone(await handler(event, ...structuredClone(list)))
}
