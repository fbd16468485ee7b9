import type { BackupTrouble } from '../../shared/contract/backups'
import { numberText, t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import { codedValueText } from './fault-text'

const text = texts.backups.trouble

/** [BU3] Why the last backup was not made, and what to do. */
export function backupTroubleText(trouble: BackupTrouble): string {
  if (trouble.code === 'not-written')
    return t(text[trouble.code], { reason: codedValueText(trouble.coded, trouble.reason) })
  if (trouble.code === 'unreadable') return t(text[trouble.code], { reason: trouble.reason })
  if (trouble.needs === 0) return text.full
  return t(text['no-room'], { needs: megabytesText(trouble.needs), free: megabytesText(trouble.free) })
}

/** Never 0: an existing file is not empty. */
export function megabytesText(bytes: number): string {
  return numberText(
    bytes < 10_000_000 ? Math.max(0.1, Math.round(bytes / 100_000) / 10) : Math.round(bytes / 1_000_000),
  )
}
