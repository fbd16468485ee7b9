import type { HandoffContent } from '../../../shared/domain/handoff-content'
import { unreachable } from '../../../shared/lib/unreachable'
import { handoffPage } from './handoff-html'
import { handoffMarkdown } from './handoff-markdown'
import type { PictureBytes } from './pictures'

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
      return handoffMarkdown(content)
    case 'html':
      return handoffPage(content, picture)
    default:
      return unreachable(format)
  }
}
