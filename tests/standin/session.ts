import { EventEmitter } from 'node:events'
import { record } from './recorded.ts'

type SchemeHandler = (request: Request) => Response | Promise<Response>
type Answer = (...args: never) => unknown

const handlers = new Map<string, SchemeHandler>()

/** What the application registered; `session.handlers` lets a test ask the very functions. */
class Session extends EventEmitter {
  readonly handlers: Record<string, Answer | null> = {}
  readonly protocol = {
    handle: (scheme: string, handler: SchemeHandler) => void handlers.set(scheme, handler),
    unhandle: (scheme: string) => void handlers.delete(scheme),
    isProtocolHandled: (scheme: string) => handlers.has(scheme),
  }
  readonly setPermissionRequestHandler = this.#keep('permissionRequest')
  readonly setPermissionCheckHandler = this.#keep('permissionCheck')
  readonly setDevicePermissionHandler = this.#keep('devicePermission')
  readonly setDisplayMediaRequestHandler = this.#keep('displayMedia')

  #keep(name: string): (handler: Answer | null) => void {
    return handler => {
      this.handlers[name] = handler
    }
  }
}

export const session = { defaultSession: new Session() }

export const protocol = {
  ...session.defaultSession.protocol,
  registerSchemesAsPrivileged: (schemes: readonly unknown[]) => record('schemes', schemes),
}

/** The application's own answer to a request of a page; null: no such scheme, so it would leave this machine. */
export async function answerRequest(request: Request): Promise<Response | null> {
  const handler = handlers.get(new URL(request.url).protocol.slice(0, -1))
  return handler === undefined ? null : await handler(request)
}
