import { type CodedText, coded } from '../../../shared/contract/coded-text'
import type { CodedPart, FaultValue } from '../../../shared/contract/fault-codes'

/** `message` is one line for the person who started it: which folder or file is wrong, and the way out. */
export type StoreFault = CodedText

export function unusableFolder(folder: string, reason: FaultValue): StoreFault {
  return coded('folder-unusable', { folder, reason })
}

/** @param way what to do about it */
export function unusableFile(file: string, reason: FaultValue, way: CodedPart): StoreFault {
  return coded('stored-file-unusable', { file, reason, way })
}

/** The first line of what was thrown, without the full stop that the sentence around it has. */
export function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  return (text.split('\n')[0] ?? '').replace(/\.$/, '')
}
