import { EventEmitter } from 'node:events'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { App, IpcMainInvokeEvent } from 'electron'
import { describe, expect, it } from 'vitest'
import { exchangePath } from '../../src/main/engine/bundles/exchange-folder'
import { carryFiles } from '../../src/main/hosts/electron/files'
import { listenToFiles, withoutFiles } from '../../src/main/hosts/electron/opened-files'
import { scratchFolder } from '../support/folders'

type Handler = (event: IpcMainInvokeEvent, ...args: readonly unknown[]) => Promise<unknown>

function channels(data: string, place: string | undefined) {
  const handlers = new Map<string, Handler>()
  const channel = {
    handle: (name: string, handler: Handler) => void handlers.set(name, handler),
    removeHandler: (name: string) => void handlers.delete(name),
  }
  const trusts = ({ frameId }: IpcMainInvokeEvent) => frameId === 1
  const stop = carryFiles({ channel: channel as never, data, trusts, askPlace: async () => place })
  const ask = (frameId: number, name: string, ...args: readonly unknown[]) =>
    handlers.get(name)?.({ frameId } as IpcMainInvokeEvent, ...args)
  return { ask, stop, handlers }
}

describe('[BN1] files on the desktop', () => {
  it('are brought as a copy by our own window alone, and saved where the person says', async () => {
    const data = scratchFolder()
    const [from, place] = [join(scratchFolder(), 'a.quarterdeck'), join(scratchFolder(), 'saved.quarterdeck')]
    writeFileSync(from, 'a file')
    const { ask, stop, handlers } = channels(data, place)
    expect(await ask(2, 'quarterdeck:bring-file', from)).toMatchObject({ ok: false, fault: { kind: 'refused' } })
    const brought = (await ask(1, 'quarterdeck:bring-file', from)) as { readonly value: string }
    expect(readFileSync(exchangePath(data, brought.value) ?? '', 'utf8')).toBe('a file')
    expect(await ask(1, 'quarterdeck:bring-file', data)).toMatchObject({ ok: false, fault: { code: 'bundle-disk' } })
    for (const [file, name] of [
      ['../origin.key', 'x.quarterdeck'],
      [brought.value, '../x.quarterdeck'],
    ])
      expect(await ask(1, 'quarterdeck:save-file', file, name)).toMatchObject({ ok: false })
    expect(await ask(1, 'quarterdeck:save-file', brought.value, 'x.quarterdeck')).toEqual({ ok: true, value: true })
    expect(readFileSync(place, 'utf8')).toBe('a file')
    stop()
    expect(handlers.size).toBe(0)
  })

  it('are saved nowhere where the person chose no place', async () => {
    const data = scratchFolder()
    const from = join(data, 'a.quarterdeck')
    writeFileSync(from, 'a file')
    const { ask } = channels(data, undefined)
    const brought = (await ask(1, 'quarterdeck:bring-file', from)) as { readonly value: string }
    const saved = await ask(1, 'quarterdeck:save-file', brought.value, 'x.quarterdeck')
    expect(saved).toEqual({ ok: true, value: false })
    expect(existsSync(join(data, 'x.quarterdeck'))).toBe(false)
  })
})

it('[BN2] a file that the system opens is heard from the first moment on, and is no option', () => {
  const app = new EventEmitter()
  const words = ['--drill', 'dns', '/a b/Checkout.QUARTERDECK']
  expect(withoutFiles(words)).toEqual(['--drill', 'dns'])
  expect(withoutFiles(['--file', '/x.quarterdeck'])).toEqual(['--file', '/x.quarterdeck'])
  const listener = listenToFiles(app as unknown as App, words)
  const opened: string[] = []
  listener.serve(path => opened.push(path))
  let prevented = 0
  app.emit('open-file', { preventDefault: () => (prevented += 1) }, '/mac.quarterdeck')
  app.emit('second-instance', {}, ['electron', '.', '/second.quarterdeck'], '/home/dana')
  app.emit('second-instance', {}, ['electron', '.', 'of a terminal.quarterdeck'], '/home/dana')
  app.emit('second-instance', {}, ['electron', '.'], '/home/dana')
  expect(opened).toEqual([
    '/a b/Checkout.QUARTERDECK',
    '/mac.quarterdeck',
    '/second.quarterdeck',
    '/home/dana/of a terminal.quarterdeck',
  ])
  expect(prevented).toBe(1)
  listener.stop()
  app.emit('second-instance', {}, ['/late.quarterdeck'], '/')
  expect(opened).toHaveLength(4)
})
