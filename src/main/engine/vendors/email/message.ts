import MailComposer from 'nodemailer/lib/mail-composer'
import type { PreviewPart } from '../../../../shared/domain/channels/channel-kind'
import { channelKind } from '../../../../shared/domain/channels/channel-kinds'
import type { UpdateId } from '../../../../shared/domain/ids'
import type { MailSender } from '../../../../shared/domain/mail-addresses'
import type { UpdateContent } from '../../../../shared/domain/update'
import { dropControls } from '../../../../shared/lib/controls'
import type { Millis } from '../../../../shared/lib/time'
import type { OutgoingUpdate } from '../../outbox/types'

export interface MailHead {
  readonly sender: MailSender
  /** Bare addresses. */
  readonly recipients: readonly string[]
  readonly date: Millis
}

/**
 * [EM1] An update as mail, plain and HTML. Its Message-ID is made of the update's id, so that each attempt has the same
 * one and a mailbox can tell a copy; all mails of an incident are one conversation. Several recipients do not see each other.
 */
export function mailOf({ incident, update, content }: OutgoingUpdate, head: MailHead): Promise<Buffer> {
  const { name, address } = head.sender
  const incidentId = `<${idPart(incident)}.incident@${domainOf(address)}>`
  const [only, ...others] = head.recipients
  const mail = new MailComposer({
    from: name === '' ? address : { name: oneLine(name), address },
    to: others.length === 0 ? only : 'undisclosed-recipients:;',
    subject: oneLine(content.title),
    date: new Date(head.date),
    messageId: messageIdOf(update, head.sender),
    ...{ inReplyTo: incidentId, references: [incidentId] },
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    text: withLineEnds(mailText(content)),
    html: withLineEnds(mailHtml(content)),
    ...{ encoding: 'quoted-printable', disableFileAccess: true, disableUrlAccess: true },
  })
  return mail.compile().build()
}

/** Those of mail; a return alone would be a line end for some readers and none for others. */
function withLineEnds(text: string): string {
  return text.replace(/\r\n|\r|\n/g, '\r\n')
}

export function messageIdOf(update: UpdateId, { address }: MailSender): string {
  return `<${idPart(update)}.update@${domainOf(address)}>`
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1)
}

/** Our ids may have a colon, which the left part of a Message-ID may not. */
function idPart(id: string): string {
  return id.replace(/[^\w.-]/g, '.')
}

/** [EM2] A line break in a subject or a name would begin another header. */
function oneLine(title: string): string {
  return dropControls(title.replace(/\s+/gu, ' ')).toWellFormed().trim()
}

function partsOf(content: UpdateContent): readonly PreviewPart[] {
  return channelKind(content.channel).preview(content)
}

export function mailText(content: UpdateContent): string {
  return `${partsOf(content)
    .map(({ text }) => text.toWellFormed())
    .join('\n\n')}\n`
}

const tags: Readonly<Record<PreviewPart['part'], string>> = { title: 'h1', status: 'p', body: 'p' }

/** [EM2] Plain text between tags of ours: nothing of it is a tag, an attribute or a link with another target. */
export function mailHtml(content: UpdateContent): string {
  const parts = partsOf(content).flatMap(({ part, text }) =>
    paragraphs(text.toWellFormed()).map(lines => `<${tags[part]} dir="auto">${lines}</${tags[part]}>`),
  )
  const title = `<title>${escapedHtml(oneLine(content.title))}</title>`
  return `<!doctype html>\n<html><head><meta charset="utf-8">${title}</head>\n<body>\n${parts.join('\n')}\n</body></html>\n`
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/(?:\r?\n[ \t]*){2,}/)
    .filter(paragraph => paragraph.trim() !== '')
    .map(paragraph => paragraph.trim().split(/\r?\n/).map(escapedHtml).join('<br>\n'))
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapedHtml(text: string): string {
  return text.replace(/[&<>"']/g, sign => entities[sign] ?? sign)
}
