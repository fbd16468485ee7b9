import type { HandoffText } from '../../../shared/contract/calls'
import { saveText } from '../../ui/save-text'

export type HandoffFormat = 'markdown' | 'html'

const mimeTypes: Readonly<Record<HandoffFormat, string>> = { markdown: 'text/markdown', html: 'text/html' }

export function saveFile({ fileName, text }: HandoffText, format: HandoffFormat): void {
  saveText(fileName, mimeTypes[format], text)
}
