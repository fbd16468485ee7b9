import { describe, expect, it } from 'vitest'
import type { DocumentTree } from '../../../src/main/engine/documents/blocks'
import { handoffTree } from '../../../src/main/engine/documents/handoff-tree'
import { peopleOf } from '../../../src/main/engine/documents/people-of'
import { redacted } from '../../../src/main/engine/documents/redact'
import { wordPattern } from '../../../src/main/engine/documents/redact-patterns'
import { type WriterFormat, writerOf } from '../../../src/main/engine/documents/write-document'
import type { Redaction } from '../../../src/shared/domain/document-kinds'
import * as story from '../../support/folded-incident'
import { contentOf, halfWay } from './sample'

const secrets = [
  ...['xoxb-123456789012-abcdefgh', 'ghp_abcdefghijklmnopqrstuvwx', 'AKIAABCDEFGHIJKLMNOP', 'hunter2hunter2'],
  // Known by the check of updates, and so here.
  ...[`AIza${'Sy4xQ'.repeat(7)}`, 'https://ops:pa55w0rd@example.net/x', `glc_${'eyJvIjoi'.repeat(5)}`],
]
const drafts = [
  ...halfWay,
  story.line(18, 'note', 'db-prod-03 at 10.1.2.3 answers, pay.internal.example.net does not; mail ops@example.com'),
  story.line(18, 'note', `key ${secrets[0]} and ${secrets[1]} and ${secrets[2]} password: ${secrets[3]}`),
  story.line(18, 'note', `map key ${secrets[4]}, see ${secrets[5]}, agent ${secrets[6]}`),
  story.line(19, 'note', 'ADA and Ada Lovelace-like: Grace restarts Project Falcon-9, Adamant'),
]
const nothing: Redaction = { people: false, hosts: false, patterns: [], kinds: [] }
const formats = ['html', 'markdown', 'json', 'csv'] as const

async function written(asked: Redaction | undefined, format: WriterFormat): Promise<string> {
  const content = contentOf(drafts, 20)
  const tree: DocumentTree = redacted(handoffTree(content), asked, peopleOf(content))
  return (await (await writerOf(format))(tree, () => undefined)).text
}

describe.each(formats)('[RD1] in %s', format => {
  it('no token and no password is in it, asked or not, and it says so', async () => {
    const text = await written(undefined, format)
    for (const secret of secrets) expect(text).not.toContain(secret)
    expect(text).toContain('Secrets were removed')
  })

  it('names of people become numbers, the same one everywhere, by full name and by its parts', async () => {
    const text = await written({ ...nothing, people: true }, format)
    for (const name of ['Ada Lovelace', 'Grace', 'Katherine', 'Johnson', 'Annie']) expect(text).not.toContain(name)
    expect(text).toContain('Adamant')
    expect(text).toMatch(/Person \d+/)
    expect(text).toContain('Redacted')
  })

  it('hosts, addresses and words that were asked for are gone, and an address that had one leads nowhere', async () => {
    const text = await written({ ...nothing, hosts: true, patterns: ['falcon*', 'payments-db'] }, format)
    for (const gone of ['db-prod-03', '10.1.2.3', 'pay.internal', 'ops@example', 'Falcon-9', 'payments-db'])
      expect(text).not.toContain(gone)
    expect(text).not.toContain('tickets.example.com')
  })

  it('lines of a kind are gone', async () => {
    expect(await written(undefined, format)).toContain('Support sees 40 tickets')
    expect(await written({ ...nothing, kinds: ['note'] }, format)).not.toContain('Support sees 40 tickets')
  })
})

it('[RD1] says at its end what was removed and how often, and that nothing was found where nothing was', async () => {
  const text = await written({ people: true, hosts: true, patterns: ['falcon*'], kinds: ['note'] }, 'markdown')
  const list = text.slice(text.indexOf('## Removed from this document'))
  expect(list).toMatch(/Names of people: \d+/)
  expect(list).toMatch(/Hosts and addresses: \d+/)
  expect(list).toMatch(/Lines of the kind “note”: 6/)
  const content = contentOf(halfWay, 20)
  const none = redacted(handoffTree(content), { ...nothing, patterns: ['zebra'] }, [])
  expect(JSON.stringify(none.blocks.at(-1))).toContain('Nothing of what was to be left out was found')
})

it('[RD1] a document of which nothing is removed is the same as without redaction', () => {
  const tree = handoffTree(contentOf(halfWay, 20))
  expect(redacted(tree, undefined, [])).toEqual(tree)
})

it('[RD1] a pattern is found in time that grows with the text, whatever it is', () => {
  const began = performance.now()
  expect('a'.repeat(200_000).replace(wordPattern('a*a*a*b'), '')).toHaveLength(200_000)
  expect(performance.now() - began).toBeLessThan(5_000)
})
