/** Downloads a text in the browser: on another machine there is no other way to the file. */
export function saveText(fileName: string, mimeType: string, text: string): void {
  save(fileName, new Blob([text], { type: `${mimeType};charset=utf-8` }))
}

/** The same of a file that is none of text. */
export function saveBytes(fileName: string, mimeType: string, bytes: Uint8Array<ArrayBuffer>): void {
  save(fileName, new Blob([bytes], { type: mimeType }))
}

function save(fileName: string, content: Blob): void {
  const url = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = url
  link.download = fileName
  link.click()
  URL.revokeObjectURL(url)
}
