/** Editors on Windows put it in front of a text; to a parser it is an odd character. */
const BYTE_ORDER_MARK = '\ufeff'

/**
 * A file's text that was read as UTF-8, without its byte-order mark.
 * @throws where it was saved as UTF-16, which reads as rubbish: in words that name the way out
 */
export function withoutByteOrderMark(text: string): string {
  // Its mark, FF FE or FE FF, is no UTF-8; every other byte of plain text is then zero.
  if (/^\ufffd\ufffd/.test(text) && text.includes('\0')) {
    throw new Error('it is saved as UTF-16 (“Unicode” in Notepad): save it as UTF-8')
  }
  return text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text
}
