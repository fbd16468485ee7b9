import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron'
import { CALL_CHANNEL, type DesktopBridge, PUSH_CHANNEL } from '../shared/contract/bridge'
import { isCallName, isPushName } from '../shared/contract/names'

// The sandbox lets a preload require `electron` and nothing else: everything imported here must bundle into this file.
const bridge: DesktopBridge = {
  async call(request, name, input) {
    if (!isCallName(name)) return { ok: false, fault: { kind: 'refused', message: `There is no call "${name}".` } }
    return await ipcRenderer.invoke(CALL_CHANNEL, request, name, input)
  },
  onPush(listener) {
    // The event is kept back: its `sender` would hand the page all of ipcRenderer.
    const heard = (_event: IpcRendererEvent, name: unknown, payload: unknown): void => {
      if (typeof name === 'string' && isPushName(name)) listener(name, payload)
    }
    ipcRenderer.on(PUSH_CHANNEL, heard)
    return () => {
      ipcRenderer.off(PUSH_CHANNEL, heard)
    }
  },
}

contextBridge.exposeInMainWorld('quarterdeck', bridge)
