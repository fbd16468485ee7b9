import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { unreachable } from '../../../shared/lib/unreachable'
import { handoffTree } from './handoff-tree'
import type { PictureBytes } from './pictures'
import { writeHtml } from './write-html'
import { writeMarkdown } from './write-markdown'

const noPictures = () => undefined

/**
 * The handoff as one file that opens anywhere, without Quarterdeck and without a network: Markdown, or one HTML page
 * with its style inside and no script. The same content gives the same bytes.
 * @param picture the bytes of the pictures of its lines; HTML carries them inside
 */
export function renderHandoff(
  content: HandoffContent,
  format: 'markdown' | 'html',
  picture: PictureBytes = noPictures,
): string {
  switch (format) {
    case 'markdown':
      return writeMarkdown(handoffTree(content))
    case 'html':
      return writeHtml(handoffTree(content), picture)
    default:
      return unreachable(format)
  }
}
