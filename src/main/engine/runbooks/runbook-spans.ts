import type { Node } from 'commonmark'
import type { CodedPart } from '../../../shared/contract/fault-codes'
import type { RunbookSpan } from '../../../shared/domain/runbook'

/** Something in a text that is not shown as it was meant. */
export type SpanRemark = CodedPart

export interface SpansRead {
  readonly spans: readonly RunbookSpan[]
  readonly remarks: readonly SpanRemark[]
}

type Look = Pick<RunbookSpan, 'look' | 'url'>

/** [RN4] The text of a paragraph or heading, as plain pieces: HTML stays text, and only web addresses are links. */
export function spansOf(parent: Node): SpansRead {
  const spans: RunbookSpan[] = []
  const remarks: SpanRemark[] = []
  const looks: Look[] = [{}]
  const walker = parent.walker()
  // Not by calls: an emphasis may stand in thousands of others.
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { node, entering } = event
    if (node === parent) continue
    const look = looks.at(-1) ?? {}
    const inner = innerLook(node, look)
    if (inner !== undefined) {
      if (entering) remarks.push(...remarksOf(node))
      if (entering) looks.push(inner)
      else looks.pop()
    } else {
      if (isHtmlComment(node)) continue
      if (node.type === 'html_inline') remarks.push({ code: 'runbook-html' })
      add(spans, { text: textOf(node), ...(node.type === 'code' ? { ...look, look: 'code' as const } : look) })
    }
  }
  return { spans, remarks }
}

/** A comment is for whoever edits the file. */
export function isHtmlComment({ literal, type }: Node): boolean {
  return type.startsWith('html_') && (literal ?? '').trimStart().startsWith('<!--')
}

/** What spans say, without their looks. */
export function textOfSpans(spans: readonly RunbookSpan[]): string {
  return spans.map(({ text }) => text).join('')
}

/** Undefined: the node has no others in it. */
function innerLook({ type, destination }: Node, look: Look): Look | undefined {
  if (type === 'strong') return { ...look, look: 'strong' }
  if (type === 'emph') return { ...look, look: 'emphasis' }
  if (type === 'image') return look
  if (type !== 'link') return undefined
  return isWebAddress(destination ?? '') ? { ...look, url: destination ?? '' } : look
}

function remarksOf({ type, destination }: Node): readonly SpanRemark[] {
  if (type === 'image') return [{ code: 'runbook-image' }]
  if (type !== 'link' || isWebAddress(destination ?? '')) return []
  return [{ code: 'runbook-link', values: { address: (destination ?? '').slice(0, 200) } }]
}

function isWebAddress(address: string): boolean {
  return /^https?:\/\/[^/\s]/i.test(address) && URL.canParse(address)
}

function textOf({ type, literal }: Node): string {
  if (type === 'softbreak') return ' '
  return type === 'linebreak' ? '\n' : (literal ?? '')
}

/** The library divides a text at every sign that could have been markup. */
function add(spans: RunbookSpan[], span: RunbookSpan): void {
  const last = spans.at(-1)
  if (span.text === '') return
  if (last !== undefined && last.look === span.look && last.url === span.url) {
    spans[spans.length - 1] = { ...last, text: last.text + span.text }
  } else spans.push(span)
}
