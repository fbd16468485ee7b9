import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron'
import { CALL_CHANNEL, PUSH_CHANNEL } from '../../../shared/contract/bridge'
import { coded } from '../../../shared/contract/coded-text'
import type { Fault } from '../../../shared/contract/faults'
import { packedPush } from '../../../shared/contract/frames'
import type { RequestId } from '../../../shared/domain/ids'
import type { Principal } from '../../../shared/domain/principal'
import { fail } from '../../../shared/lib/reply'
import type { Bridge, EngineSession } from '../../engine/bridge'
import type { Logger } from '../../engine/ports'
import { APP_ORIGIN, isCockpitUrl } from './origin'

/** What the router needs of Electron's `ipcMain`. */
export type CallChannel = Pick<IpcMain, 'handle' | 'removeHandler'>

export interface IpcRouter {
  /** Lets the main frame of these contents call; one engine session for each document that it loads. */
  admit(contents: WebContents, principal: Principal): void
  /** Whether it comes from a page of ours that was admitted as the host's own. */
  trusts(event: IpcMainInvokeEvent): boolean
  stop(): void
}

/** Carries calls and pushes between the windows that were admitted and the engine behind `bridge`. */
export function startIpcRouter(bridge: Bridge, logger: Logger, channel: CallChannel): IpcRouter {
  const screens = new Map<WebContents, Screen>()
  channel.handle(CALL_CHANNEL, async (event, request: unknown, name: unknown, input: unknown) => {
    const screen = trustedScreen(event, screens)
    if (screen === null) {
      logger.warn('A call from a page that is not the cockpit was refused', { from: whereFrom(event) })
      return fail<Fault>({ kind: 'refused', ...coded('not-our-page') })
    }
    if (typeof request !== 'string' || typeof name !== 'string')
      return fail<Fault>({ kind: 'refused', ...coded('half-a-call') })
    try {
      return await screen.session().call(request as RequestId, name, input)
    } catch (error) {
      // A session never rejects; if it did, the page should get it in the form of the contract.
      logger.error('A call failed unexpectedly', { name, error: String(error) })
      return fail<Fault>({ kind: 'internal', ...coded('engine-mistake') })
    }
  })
  return {
    admit: (contents, principal) => {
      screens.set(contents, openScreen(bridge, contents, principal))
      contents.once('destroyed', () => {
        screens.get(contents)?.close()
        screens.delete(contents)
      })
    },
    trusts: event => trustedScreen(event, screens)?.principal === 'host',
    stop: () => {
      channel.removeHandler(CALL_CHANNEL)
      for (const screen of screens.values()) screen.close()
      screens.clear()
    },
  }
}

interface Screen {
  readonly principal: Principal
  session(): EngineSession
  close(): void
}

/** The session opens with the first call of a document and ends with the document: a reload starts again. */
function openScreen(bridge: Bridge, contents: WebContents, principal: Principal): Screen {
  let session: EngineSession | null = null
  const close = (): void => {
    session?.close()
    session = null
  }
  contents.on('did-start-navigation', details => {
    if (details.isMainFrame && !details.isSameDocument) close()
  })
  contents.on('render-process-gone', close)
  return {
    principal,
    close,
    session: () => {
      session ??= bridge.openSession((name, payload) => {
        if (!contents.isDestroyed()) contents.send(PUSH_CHANNEL, name, packedPush(name, payload))
      }, principal)
      return session
    },
  }
}

/**
 * Electron's checklist, item 17: the main frame of a window that we made, still alive, showing the cockpit. The URL
 * and the origin are both asked: a sandboxed or blank document has the one without the other.
 */
function trustedScreen(event: IpcMainInvokeEvent, screens: ReadonlyMap<WebContents, Screen>): Screen | null {
  const frame = event.senderFrame
  if (frame === null || frame.isDestroyed() || frame.detached || frame.parent !== null) return null
  if (!isCockpitUrl(frame.url) || frame.origin !== APP_ORIGIN) return null
  return screens.get(event.sender) ?? null
}

function whereFrom(event: IpcMainInvokeEvent): string {
  const frame = event.senderFrame
  return frame === null || frame.isDestroyed() ? 'a frame that is gone' : frame.url.slice(0, 200)
}
