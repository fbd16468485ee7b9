import type { EntryId } from '../../../../shared/domain/ids'
import { lineOfKey, lineText } from '../../../../shared/domain/mirror'
import { tCount } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { vendorRequest } from './vendor-request'

/**
 * [RM2] Lines are worded when they leave: what was corrected meanwhile is said as it reads now, and what was erased is not
 * said at all.
 */
export const chatLinesHandler = vendorRequest<'chat-lines'>({
  goesStale: false,
  text({ lines, skipped }, record) {
    const told = lines.flatMap(key => {
      const line = record.line(lineOfKey(key) as EntryId)
      return line === undefined || line.erasure !== undefined
        ? []
        : [lineText(line, record.incident, texts.room.mirror)]
    })
    return [...(skipped > 0 ? [tCount(texts.room.mirror.skipped, skipped)] : []), ...told].join('\n')
  },
})
