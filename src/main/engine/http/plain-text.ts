import { showControls } from '../../../shared/lib/controls'
import { shortened } from '../../../shared/lib/whole-characters'

/** One line of a vendor's text: no control characters, hidden ones visible, single spaces, at most `limit` characters. */
export function plainLine(text: string, limit: number): string {
  // A storm has half a million labels, nearly all of which are plain already.
  if (text.length <= limit && /^(?:[!-~]+(?: [!-~]+)*)?$/.test(text)) return text
  const line = text
    .slice(0, limit * 4)
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return shortened(showControls(line), limit)
}

/** A vendor's text of several lines: no control characters but line breaks, at most `limit` characters. */
export function plainText(text: string, limit: number): string {
  const lines = text.slice(0, limit * 4).replace(/\r\n?/g, '\n')
  return shortened(showControls(lines.replace(/[^\P{Cc}\n]+/gu, ' ').trim()), limit)
}
