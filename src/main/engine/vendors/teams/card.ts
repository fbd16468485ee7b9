import type { PreviewPart } from '../../../../shared/domain/channels/channel-kind'
import { channelKind } from '../../../../shared/domain/channels/channel-kinds'
import type { UpdateContent } from '../../../../shared/domain/update'

/** Bytes of a whole message; Teams refuses more than 28 KB. */
export const TEAMS_LIMIT = 28_000

/** How the parts of the preview look on the card. */
const looks: Readonly<Record<PreviewPart['part'], object>> = {
  title: { weight: 'Bolder', size: 'Medium' },
  status: { isSubtle: true },
  body: {},
}

/**
 * [TE1] What the preview showed, as the Adaptive Card that a Workflows webhook posts. Its texts are `TextRun`s, in which
 * Teams reads no Markdown, and there is no list of people whom `<at>` could mention.
 */
export function teamsMessage(content: UpdateContent): object {
  const parts = channelKind(content.channel).preview(content)
  const card = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    ...{ type: 'AdaptiveCard', version: '1.4', msteams: { width: 'Full' } },
    body: parts.flatMap(({ part, text }) => linesOf(text).map(line => block(line, looks[part]))),
  }
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content: card }
  return { type: 'message', attachments: [attachment] }
}

interface Line {
  readonly text: string
  /** After an empty line, or the first of its part. */
  readonly isApart: boolean
}

/** A block is a paragraph: line breaks within one are not shown on every device. */
function linesOf(text: string): readonly Line[] {
  const lines = text.toWellFormed().split(/\r\n|[\n\r\u2028\u2029]/)
  return lines.flatMap((line, at) => {
    if (line.trim() === '') return []
    return [{ text: line, isApart: at === 0 || lines[at - 1]?.trim() === '' }]
  })
}

function block({ text, isApart }: Line, look: object): object {
  return {
    type: 'RichTextBlock',
    spacing: isApart ? 'Medium' : 'None',
    inlines: runsOf(text).map(run => ({ type: 'TextRun', text: run, ...look })),
  }
}

/** [TE1] A card works out `{{DATE(…)}}` and `{{TIME(…)}}` within one text, so none has both braces. */
function runsOf(text: string): readonly string[] {
  return text.split(/(?<=\{)(?=\{)/)
}
