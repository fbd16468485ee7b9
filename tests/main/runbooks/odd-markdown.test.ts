import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_RUNBOOK_BYTES, readRunbook } from '../../../src/main/engine/runbooks/read-runbook'
import { codedPart } from '../../../src/shared/contract/coded-text'
import { variablesIn } from '../../../src/shared/domain/runbook'

const pieces = [
  ...['# ', '- ', '- [ ] ', '1. ', '> ', '```', '```sh {"qd-kind":"check"}', '~~~', '---', '+++', '<b>', '<!--', '-->'],
  ...['![', '](', '[', ']', ')', '*', '**', '_', '`', '\\', '&amp;', '|---|', 'http://', '\n', '\n\n', '\r\n', '\t'],
  ...[
    '    ',
    'title: x',
    'severity: 1',
    'inputs:',
    '{',
    '}',
    '"',
    ': ',
    '\ufeff',
    '\0',
    '\u202e',
    '😀',
    '\ud800',
    'word',
  ],
]
const odd = fc
  .array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...pieces) }, fc.string({ unit: 'binary' })), {
    maxLength: 120,
  })
  .map(parts => parts.join(''))

describe('odd Markdown', () => {
  it('[RN1] gives a runbook or a reason with a place that exists, whatever the file holds', () => {
    fc.assert(
      fc.property(odd, text => {
        const reply = readRunbook(text, 'odd.md')
        const lines = text.split(/\r\n|\n|\r/).length
        const flaws = reply.ok ? reply.value.flaws : [reply.fault]
        for (const { line, column, flaw } of flaws) {
          expect(line).toBeGreaterThanOrEqual(1)
          expect(line).toBeLessThanOrEqual(lines + 1)
          expect(column).toBeGreaterThanOrEqual(1)
          expect(codedPart(flaw).message).not.toMatch(/\{\w+\}$/)
        }
        if (!reply.ok) return
        for (const step of reply.value.runbook.steps) {
          for (const { line } of [step, ...step.parts]) expect(line).toBeLessThanOrEqual(lines)
        }
        expect(JSON.stringify(reply.value.runbook)).not.toMatch(/"url":"(?!https?:)/)
      }),
      { numRuns: 2_000 },
    )
  })

  it('[RN1] reads the same text in the same way, however its lines end', () => {
    fc.assert(
      fc.property(odd, text => {
        const plain = text.replaceAll(/\r\n|\r/g, '\n')
        expect(readRunbook(plain.replaceAll('\n', '\r\n'), 'x')).toEqual(readRunbook(plain, 'x'))
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['brackets', '['.repeat(MOST_RUNBOOK_BYTES)],
    ['pictures', '![]('.repeat(MOST_RUNBOOK_BYTES / 4)],
    ['emphasis', '*a '.repeat(MOST_RUNBOOK_BYTES / 3)],
    ['emphasis in emphasis', `${'*a **a '.repeat(9_000)}${'b** b*'.repeat(9_000)}`],
    ['ticks', '`a``b```c'.repeat(MOST_RUNBOOK_BYTES / 9)],
    ['quotes', '>'.repeat(MOST_RUNBOOK_BYTES)],
    ['lists', '- '.repeat(MOST_RUNBOOK_BYTES / 2)],
    ['a table of dashes', `|\n${'|-'.repeat(MOST_RUNBOOK_BYTES / 2 - 2)}x`],
    ['YAML in YAML', `---\na: ${'['.repeat(MOST_RUNBOOK_BYTES - 20)}\n---\n# x`],
    ['an attribute', `\`\`\`sh {"a":${'['.repeat(MOST_RUNBOOK_BYTES - 20)}`],
  ])(
    '[RN1] ends in bounded time: %s',
    (_name, text) => {
      const began = process.threadCpuUsage()
      const reply = readRunbook(text, 'slow.md')
      const { user } = process.threadCpuUsage(began)
      expect(user / 1_000).toBeLessThan(4_000)
      if (!reply.ok) expect(['runbook-slow', 'library-says']).toContain(reply.fault.flaw.code)
    },
    60_000,
  )

  it.each([
    ['', 'is empty'],
    [' \n\n', 'is empty'],
    ['# a\0b', 'is not a text'],
    ['x\n'.repeat(5_001), 'has more than 5,000 lines'],
  ])('[RN1] says why nothing of it can be used: %#', (text, why) => {
    const reply = readRunbook(text, 'x')
    expect(reply.ok ? 'read' : codedPart(reply.fault.flaw).message).toBe(why)
  })

  it('[RN3] finds the variables of a command, each once', () => {
    const braced = ['$', '{SERVICE}'].join('')
    const command = `kubectl -n $NAMESPACE get $SERVICE ${braced}x | awk "{print $1}" $(date) $$ $lower`
    expect(variablesIn(command)).toEqual(['NAMESPACE', 'SERVICE'])
  })
})
