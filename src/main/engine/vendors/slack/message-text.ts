import { type BlockPiece, blockText } from './block-text'
import { asList, asLooseObject, textIn } from './loose'
import { escaped } from './translate'

/** What a message says, in Slack's markup, and how much of it is in a form that we do not know. */
export interface SlackMessageText {
  readonly text: string
  readonly unread: number
}

interface Message {
  readonly subtype?: string | null | undefined
  readonly text?: string | null | undefined
  readonly blocks?: unknown
  readonly attachments?: unknown
  readonly files?: unknown
}

/**
 * [SM1] All that people see of a message, as text. Alert bots write in blocks and attachments only; where there are both,
 * `text` is no more than what a notification shows. What has no text, such as a picture, is named.
 */
export function messageText(message: Message): SlackMessageText {
  const said = (message.text ?? '').trim()
  const blocks = asList(message.blocks)
  // What a person typed is in both; the text is as they typed it.
  const isTyped = said !== '' && blocks.every(block => asLooseObject(block)?.type === 'rich_text')
  const body = isTyped || blocks.length === 0 ? [{ text: said, unread: 0 }] : blocks.map(block => blockText(block))
  const read = join(body)
  if (message.subtype === 'huddle_thread') return { text: '[huddle]', unread: 0 }
  const pieces = [
    // Blocks that say nothing that we can read: the text for notifications still does.
    read.text === '' && said !== '' ? { text: said, unread: read.unread } : read,
    ...asList(message.attachments).map(one => attachmentText(one, said !== '')),
    ...asList(message.files).map(fileText),
  ]
  return join(pieces)
}

/** An old form, which monitoring still uses; of a preview of a link that the message has, only the title is shown. */
function attachmentText(raw: unknown, isBeside: boolean): BlockPiece {
  const attachment = asLooseObject(raw)
  if (attachment === null) return { text: '', unread: 1 }
  const title = linked(textIn(attachment, 'title'), textIn(attachment, 'title_link'))
  if (isBeside && textIn(attachment, 'from_url') !== '') return { text: title, unread: 0 }
  const fields = asList(attachment.fields).map(field => {
    const { title: name = '', value = '' } = { ...asLooseObject(field) } as {
      readonly title?: unknown
      readonly value?: unknown
    }
    return { text: [name, value].filter(one => typeof one === 'string' && one !== '').join(': '), unread: 0 }
  })
  const parts = [
    ...['pretext', 'author_name'].map(name => ({ text: textIn(attachment, name), unread: 0 })),
    { text: title, unread: 0 },
    { text: textIn(attachment, 'text'), unread: 0 },
    ...fields,
    ...asList(attachment.blocks).map(block => blockText(block)),
    ...asList(attachment.message_blocks).flatMap(forwardedText),
    ...asList(attachment.files).map(fileText),
    { text: textIn(attachment, 'footer'), unread: 0 },
    { text: textIn(attachment, 'image_url') === '' ? '' : '[image]', unread: 0 },
    ...asList(attachment.actions).map(action => ({ text: button(textIn(asLooseObject(action), 'text')), unread: 0 })),
  ]
  const { text, unread } = join(parts)
  if (text !== '') return { text, unread }
  const fallback = textIn(attachment, 'fallback')
  return fallback === '' ? { text: '', unread: unread + 1 } : { text: fallback, unread }
}

/** A message that was shared from another channel. */
function forwardedText(raw: unknown): readonly BlockPiece[] {
  const message = asLooseObject(asLooseObject(raw)?.message)
  return asList(message?.blocks).map(block => blockText(block))
}

function fileText(raw: unknown): BlockPiece {
  const file = asLooseObject(raw)
  // Deleted since, or older than what the workspace's plan shows: Slack sends a stub of it.
  const gone = /^(?:tombstone|hidden_by_limit)$/.test(textIn(file, 'mode'))
  const name = textIn(file, 'title') || textIn(file, 'name')
  if (name === '' && !gone) return { text: '', unread: 1 }
  const address = textIn(file, 'permalink')
  const told = [name || 'not shown any more', sizeText(file?.size), /^https:\/\//.test(address) ? address : '']
  return { text: `[file: ${escaped(told.filter(one => one !== '').join(' '))}]`, unread: 0 }
}

/** In the units that people compare files by; empty where Slack does not say. */
function sizeText(size: unknown): string {
  if (typeof size !== 'number' || !Number.isFinite(size) || size < 0) return ''
  if (size < 1_000) return `(${size} B)`
  const kilobytes = size / 1_000
  return kilobytes < 1_000 ? `(${Math.round(kilobytes)} kB)` : `(${(kilobytes / 1_000).toFixed(1)} MB)`
}

function linked(title: string, address: string): string {
  return title !== '' && /^https?:\/\//.test(address) ? `${title} (${address})` : title
}

function button(label: string): string {
  return label === '' ? '' : `[${escaped(label)}]`
}

function join(pieces: readonly BlockPiece[]): SlackMessageText {
  return {
    text: pieces
      .map(({ text }) => text.trim())
      .filter(text => text !== '')
      .join('\n'),
    unread: pieces.reduce((sum, { unread }) => sum + unread, 0),
  }
}
