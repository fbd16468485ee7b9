import type { BackupTrouble } from '../../shared/contract/backups'
import { say, sayNumber } from '../../shared/words/say'
import { words } from '../../shared/words/words'

const text = words.backups.trouble

/** [BU3] Why the last backup was not made, and what to do. */
export function sayBackupTrouble(trouble: BackupTrouble): string {
  if (trouble.code !== 'no-room') return say(text[trouble.code], trouble)
  if (trouble.needs === 0) return text.full
  return say(text['no-room'], { needs: sayMegabytes(trouble.needs), free: sayMegabytes(trouble.free) })
}

/** Never 0, which a file that is there has not. */
export function sayMegabytes(bytes: number): string {
  return sayNumber(bytes < 10_000_000 ? Math.max(0.1, Math.round(bytes / 100_000) / 10) : Math.round(bytes / 1_000_000))
}
