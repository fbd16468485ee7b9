import type { Fault } from '../../shared/contract/faults'
import { type FileId, isFileId } from '../../shared/domain/ids'
import { fail, ok, type Reply } from '../../shared/lib/reply'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

/** [BN1] Brings a file to the engine's machine, as it is: it is streamed, and never in the page's memory. */
export async function bringFile(file: File): Promise<Reply<FileId, Fault>> {
  const desktop = window.quarterdeck
  if (desktop !== undefined) return desktop.bringFile(file)
  try {
    const response = await fetch('/files', {
      method: 'POST',
      headers: { 'Content-Type': 'application/octet-stream' },
      body: file,
    })
    const said = await response.text()
    if (response.ok && isFileId(said)) return ok(said)
    return fail({ kind: 'refused', message: t(texts.bundle.notBrought, { reason: `HTTP ${response.status}` }) })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return fail({ kind: 'disconnected', message: t(texts.bundle.notBrought, { reason }) })
  }
}

/** [BN1] Saves a file where the person wants it. False: they chose no place. */
export async function saveFile(file: FileId, name: string): Promise<Reply<boolean, Fault>> {
  const desktop = window.quarterdeck
  if (desktop !== undefined) return desktop.saveFile(file, name)
  const link = document.createElement('a')
  link.href = `/files/${file}/${name}`
  link.download = name
  link.click()
  return ok(true)
}
