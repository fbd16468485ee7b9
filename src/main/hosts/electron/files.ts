import { copyFile, rename } from 'node:fs/promises'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { BRING_CHANNEL, SAVE_CHANNEL } from '../../../shared/contract/bridge'
import { coded } from '../../../shared/contract/coded-text'
import type { Fault } from '../../../shared/contract/faults'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { bringPath, exchangePath } from '../../engine/bundles/exchange-folder'
import { reasonOf } from '../../engine/storage/fault'

export interface FilePorts {
  readonly channel: Pick<IpcMain, 'handle' | 'removeHandler'>
  /** The data folder. */
  readonly data: string
  /** Whether a window may: one of ours, and no wallboard. */
  trusts(event: IpcMainInvokeEvent): boolean
  /** Asks the person for a place; undefined: they chose none. */
  askPlace(name: string): Promise<string | undefined>
}

/** [BN1] Files that the page brings and saves. Returns its stop. */
export function carryFiles({ channel, data, trusts, askPlace }: FilePorts): () => void {
  const notOurs = fail<Fault>({ kind: 'refused', ...coded('not-our-page') })
  channel.handle(BRING_CHANNEL, async (event, path: unknown) => {
    if (!trusts(event) || typeof path !== 'string') return notOurs
    return withReason(() => bringPath(path, data))
  })
  channel.handle(SAVE_CHANNEL, async (event, file: unknown, name: unknown) => {
    if (!trusts(event) || typeof file !== 'string' || typeof name !== 'string') return notOurs
    const from = exchangePath(data, file)
    if (from === undefined || !/^[\w-]{1,80}\.quarterdeck$/.test(name)) return notOurs
    const place = await askPlace(name)
    if (place === undefined) return ok(false)
    return withReason(async () => {
      await copyFile(from, `${place}.part`)
      await rename(`${place}.part`, place)
      return true
    })
  })
  return () => {
    channel.removeHandler(BRING_CHANNEL)
    channel.removeHandler(SAVE_CHANNEL)
  }
}

async function withReason<T>(act: () => Promise<T>): Promise<Reply<T, Fault>> {
  try {
    return ok(await act())
  } catch (cause) {
    return fail<Fault>({ kind: 'refused', ...coded('bundle-disk', { reason: reasonOf(cause) }) })
  }
}
