import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailHtml, mailOf, mailText } from '../../../src/main/engine/vendors/email/message'
import type { ConnectionId, IncidentId, UpdateId } from '../../../src/shared/domain/ids'
import { mailAddresses, mailSender } from '../../../src/shared/domain/mail-addresses'
import { pastedAddress } from '../../../src/shared/domain/pasted-address'
import type { UpdateContent } from '../../../src/shared/domain/update'
import { hostileTexts } from '../../support/hostile-texts'

function contentWith(title: string, body: string): UpdateContent {
  return {
    ...{ stage: 'progress', title, body, status: 'identified', nextUpdateAt: null },
    channel: { vendor: 'email', connection: 'mail' as ConnectionId, target: 'email', label: 'Key accounts' },
    ...{ components: {}, notify: false },
  }
}

async function rawOf(title: string, body: string, name = ''): Promise<string> {
  const ids = { incident: 'inc-1' as IncidentId, update: 'upd-1' as UpdateId, externalId: null }
  const head = { sender: { name, address: 'status@shop.example' }, recipients: ['ann@a.example'], date: 0 }
  return (await mailOf({ ...ids, content: contentWith(title, body) }, head)).toString('latin1')
}

/** Texts of people: any characters, halves of pairs among them, and what headers and HTML are made of. */
const pieces = [
  '\r\nBcc: eve@e.example',
  '\n',
  '\r',
  '<b>',
  '</p><script>',
  '"',
  "'",
  '&amp;',
  '=1+1',
  '.',
  '\r\n.\r\n',
  '👩‍👩‍👧‍👦',
  'שלום',
  '\ud83d',
]
const words = fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string())).map(all => all.join(''))

const headerNames = [
  ...['Auto-Submitted', 'X-Auto-Response-Suppress', 'From', 'To', 'Subject', 'Message-ID', 'In-Reply-To', 'References'],
  ...['Date', 'MIME-Version', 'Content-Type'],
].sort()

describe('[EM2] a mail’s texts', () => {
  it('make no header of their own, and are in the plain part as they were typed', async () => {
    await fc.assert(
      fc.asyncProperty(words, words, async (title, body) => {
        // A title that is empty is published nowhere.
        const raw = await rawOf(`T${title}`, body)
        const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
        expect(
          head
            .split('\r\n')
            .map(line => line.slice(0, line.indexOf(':')))
            .sort(),
        ).toEqual(headerNames)
        expect(raw.split('\r\n').every(line => line.length <= 998)).toBe(true)
        expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/)
        expect(plainPartOf(raw)).toBe(normalised(mailText(contentWith(`T${title}`, body))))
      }),
      { numRuns: 60 },
    )
  })

  it('[EM8] nor does the name of the sender, which is one line of one header', async () => {
    await fc.assert(
      fc.asyncProperty(words, async typed => {
        const raw = await rawOf('Title', 'Body', `N${typed}`)
        const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replace(/\r\n[ \t]/g, ' ')
        const names = head.split('\r\n').map(line => line.slice(0, line.indexOf(':')))
        expect(names.sort()).toEqual(headerNames)
        expect(/^From: (.*)$/m.exec(head)?.[1]).toMatch(/ <status@shop\.example>$/)
        expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/)
      }),
      { numRuns: 60 },
    )
  })

  it('make no tag and no attribute', () => {
    fc.assert(
      fc.property(words, words, (title, body) => {
        const html = mailHtml(contentWith(title, body))
        const own =
          /<!doctype html>|<\/?(?:html|head|body|title)>|<meta charset="utf-8">|<(?:h1|p) dir="auto">|<\/(?:h1|p)>|<br>/g
        expect(html.replace(own, '')).not.toMatch(/[<>"']/)
        expect(html.isWellFormed()).toBe(true)
      }),
    )
  })

  it.each(Object.entries(hostileTexts))('stay texts: %s', async (_, text) => {
    expect(mailHtml(contentWith(text, text))).not.toMatch(/<(?:img|script|svg|details|iframe)/i)
    expect(plainPartOf(await rawOf(text, text))).toBe(normalised(mailText(contentWith(text, text))))
  })
})

function plainPartOf(raw: string): string {
  const boundary = /boundary="([^"]+)"/.exec(raw)?.[1] ?? ''
  const part = raw.split(`--${boundary}`)[1] ?? ''
  const at = part.indexOf('\r\n\r\n')
  expect(part.slice(0, at)).toContain('Content-Transfer-Encoding: quoted-printable')
  const text = part
    .slice(at + 4)
    .replace(/\r\n$/, '')
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return normalised(Buffer.from(text, 'latin1').toString('utf8'))
}

/** Mail has one kind of line end. */
function normalised(text: string): string {
  return text.replace(/\r\n|\r/g, '\n')
}

describe('addresses that a person types', () => {
  it('are taken with names, commas, semicolons and lines between them, each once', () => {
    const { addresses, wrong } = mailAddresses(
      'Ann <ann@a.example>; bob@b.example,\n ann@a.example\r\nkey-accounts@lists.c.example',
    )
    expect(addresses).toEqual(['ann@a.example', 'bob@b.example', 'key-accounts@lists.c.example'])
    expect(wrong).toEqual([])
  })

  it.each([
    'bob',
    'a@b@c',
    'a b@c.example',
    '<a@b.example',
    'a@b.example>\r\nBcc: eve@e.example',
    'a@\u202eb.example',
    '@b',
  ])('are named where they are none: %j', typed => expect(mailAddresses(typed).wrong.length).toBeGreaterThan(0))

  it.each([
    ['status@shop.example', { name: '', address: 'status@shop.example' }],
    [' Shop status <status@shop.example> ', { name: 'Shop status', address: 'status@shop.example' }],
    ['"Shop, Inc." <status@shop.example>', { name: 'Shop, Inc.', address: 'status@shop.example' }],
    ['ann@a.example, bob@b.example', undefined],
    ['Shop <nobody>', undefined],
    ['', undefined],
  ])('[EM8] of the sender, with a name or without: %j', (typed, sender) => expect(mailSender(typed)).toEqual(sender))

  it('never carry a line break, an angle bracket or a space', () => {
    fc.assert(
      fc.property(fc.string(), typed => {
        for (const address of mailAddresses(typed).addresses) expect(address).toMatch(/^[^\s<>@]+@[^\s<>@]+$/)
      }),
    )
  })
})

it.each([
  ['mail.example.com', 'smtp://mail.example.com:587'],
  ['mail.example.com:25', 'smtp://mail.example.com:25'],
  ['mail.example.com:465', 'smtps://mail.example.com:465'],
  ['smtps://mail.example.com', 'smtps://mail.example.com:465'],
  ['smtp://[::1]:2525/', 'smtp://[::1]:2525'],
  ['https://mail.example.com', 'https://mail.example.com'],
  ['smtp://user:pw@mail.example.com', 'smtp://user:pw@mail.example.com'],
  ['', ''],
])('[CO2] a mail server typed as %j is %j', (typed, baseUrl) => {
  expect(pastedAddress('email', typed)).toEqual({ baseUrl })
})
