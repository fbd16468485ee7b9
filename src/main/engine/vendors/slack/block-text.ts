import { asList, asLooseObject, type LooseObject, textIn } from './loose'
import { escaped } from './translate'

/** A part of a message in Slack's markup; `unread` counts what it holds in forms that we do not know. */
export interface BlockPiece {
  readonly text: string
  readonly unread: number
}

const nothing: BlockPiece = { text: '', unread: 0 }
/** Slack itself nests no deeper than a list in a list of a rich text; what does is no message of a person. */
const DEEPEST = 12

/** One block of Block Kit, or an element inside one. */
export function blockText(raw: unknown, depth = 0): BlockPiece {
  const block = asLooseObject(raw)
  if (block === null || depth > DEEPEST) return { text: '', unread: 1 }
  const inside = (field: string, between: string) =>
    joined(
      asList(block[field]).map(one => blockText(one, depth + 1)),
      between,
    )
  switch (block.type) {
    case 'section':
      return joined([...optional(block.text), inside('fields', '\n'), ...optional(block.accessory, depth)], '\n')
    case 'header':
    case 'button':
    case 'workflow_button':
      return labelled(block)
    case 'context':
      return inside('elements', ' ')
    case 'actions':
    case 'context_actions':
      return inside('elements', ' ')
    case 'divider':
      return nothing
    case 'image':
      return { text: `[image: ${escaped(textIn(block, 'alt_text')) || 'without words'}]`, unread: 0 }
    case 'call':
      return callText(block)
    case 'file':
      // The message has the file itself beside its blocks.
      return nothing
    case 'video':
      return joined([optionalText(block.title), { text: textIn(block, 'title_url'), unread: 0 }], ' ')
    case 'mrkdwn':
    case 'markdown':
      return { text: textIn(block, 'text'), unread: 0 }
    case 'plain_text':
      return { text: escaped(textIn(block, 'text')), unread: 0 }
    case 'table':
      return joined(
        asList(block.rows).map(row =>
          joined(
            asList(row).map(cell => blockText(cell, depth + 1)),
            ' | ',
          ),
        ),
        '\n',
      )
    case 'rich_text':
      return inside('elements', '\n')
    case 'rich_text_list':
      return joined(
        asList(block.elements).map(one => {
          const { text, unread } = blockText(one, depth + 1)
          return { text: `- ${text}`, unread }
        }),
        '\n',
      )
    case 'rich_text_section':
    case 'rich_text_quote':
    case 'rich_text_preformatted':
      return inside('elements', '')
    default:
      return element(block)
  }
}

/** The smallest parts of a rich text. */
function element(block: LooseObject): BlockPiece {
  const is = (text: string): BlockPiece => ({ text, unread: text === '' ? 1 : 0 })
  const id = (field: string) => textIn(block, field).replace(/[^A-Za-z0-9]/g, '')
  switch (block.type) {
    case 'text':
    case 'raw_text':
    case 'raw_number':
      return { text: escaped(textIn(block, 'text')), unread: 0 }
    case 'link': {
      const [address, label] = [textIn(block, 'url'), textIn(block, 'text')]
      return is(label === '' ? escaped(address) : `${escaped(label)} (${escaped(address)})`)
    }
    case 'emoji':
      return is(emoji(textIn(block, 'unicode')) || `:${textIn(block, 'name')}:`)
    case 'user':
      return is(`<@${id('user_id')}>`)
    case 'channel':
      return is(`<#${id('channel_id')}>`)
    case 'usergroup':
      return is(`@${id('usergroup_id')}`)
    case 'broadcast':
      return is(`@${id('range')}`)
    case 'color':
      return is(escaped(textIn(block, 'value')))
    case 'date':
      return is(escaped(textIn(block, 'fallback')) || dateText(block.timestamp))
    default:
      return { text: '', unread: 1 }
  }
}

/** A call of another app, such as Zoom. */
function callText(block: LooseObject): BlockPiece {
  const call = asLooseObject(asLooseObject(block.call)?.v1)
  const told = ['[call]', textIn(call, 'name'), textIn(call, 'join_url')].filter(part => part !== '')
  return { text: escaped(told.join(' ')), unread: 0 }
}

function labelled(block: LooseObject): BlockPiece {
  const label = optionalText(block.text)
  const address = textIn(block, 'url')
  if (block.type === 'header') return label
  return { text: `[${label.text}]${address === '' ? '' : ` (${escaped(address)})`}`, unread: label.unread }
}

function optional(raw: unknown, depth = 0): readonly BlockPiece[] {
  return raw === undefined || raw === null ? [] : [blockText(raw, depth + 1)]
}

function optionalText(raw: unknown): BlockPiece {
  return optional(raw)[0] ?? nothing
}

function emoji(codes: string): string {
  const points = codes.split('-').map(code => Number.parseInt(code, 16))
  return points.every(point => point > 0 && point <= 0x10_ff_ff) ? String.fromCodePoint(...points) : ''
}

function dateText(timestamp: unknown): string {
  const at = typeof timestamp === 'number' ? timestamp * 1_000 : Number.NaN
  return Math.abs(at) <= 8.64e15 ? `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC` : ''
}

function joined(pieces: readonly BlockPiece[], between: string): BlockPiece {
  const told = pieces.filter(({ text }) => text !== '')
  return {
    text: told.map(({ text }) => text).join(between),
    unread: pieces.reduce((sum, { unread }) => sum + unread, 0),
  }
}
