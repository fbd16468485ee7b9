import type { IpcRenderer, IpcRendererEvent } from 'electron'
import { BRING_CHANNEL, CALL_CHANNEL, type DesktopBridge, PUSH_CHANNEL, SAVE_CHANNEL } from '../shared/contract/bridge'
import { isCallName, isPushName } from '../shared/contract/names'

/**
 * The functions that the page gets, over the preload's end of IPC.
 * @param pathOf of a `File` that the person chose: the page cannot name another
 */
export function desktopBridge(
  ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'off'>,
  pathOf: (file: object) => string,
): DesktopBridge {
  return {
    async call(request, name, input) {
      if (!isCallName(name))
        return { ok: false, fault: { kind: 'refused', code: 'unknown-call', message: `There is no call "${name}".` } }
      return await ipc.invoke(CALL_CHANNEL, request, name, input)
    },
    onPush(listener) {
      // The event is not passed on: its `sender` would give the page all of ipcRenderer.
      const heard = (_event: IpcRendererEvent, name: unknown, payload: unknown): void => {
        if (typeof name === 'string' && isPushName(name)) listener(name, payload)
      }
      ipc.on(PUSH_CHANNEL, heard)
      return () => {
        ipc.off(PUSH_CHANNEL, heard)
      }
    },
    bringFile: file => ipc.invoke(BRING_CHANNEL, pathOf(file)),
    saveFile: (file, name) => ipc.invoke(SAVE_CHANNEL, file, name),
  }
}
