import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { openLogger } from '../../src/main/hosts/logger'
import { scratchFolder } from '../support/folders'

describe('the log', () => {
  it('is on the disk when the call returns, one JSON object a line', () => {
    const file = join(scratchFolder(), 'logs', 'quarterdeck.log')
    const logger = openLogger(file)
    logger.info('Started', { port: 4000 })
    logger.warn('Two\nlines')
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n')
    expect(lines.map(line => JSON.parse(line))).toMatchObject([
      { level: 30, msg: 'Started', port: 4000 },
      { level: 40, msg: 'Two\nlines' },
    ])
    expect(statSync(file).mode & 0o777).toBe(0o600)
  })

  it('never holds a token, wherever it stands', () => {
    const file = join(scratchFolder(), 'quarterdeck.log')
    const error = new Error('GET https://kim:s3cret@example.com/ with Bearer s3cret')
    openLogger(file).error('Failed at /enter/s3cret', {
      token: 's3cret',
      headers: { Authorization: 'Token token=s3cret', 'x-api-key': ['s3cret'] },
      deep: [{ note: 'Bearer s3cret' }],
      error,
    })
    const text = readFileSync(file, 'utf8')
    expect(text).toContain('[hidden]')
    expect(text).not.toContain('s3cret')
  })

  it('survives facts that hold themselves', () => {
    const file = join(scratchFolder(), 'quarterdeck.log')
    const facts: Record<string, unknown> = { count: 3n }
    facts.self = facts
    openLogger(file).info('Odd', facts)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ msg: 'Odd', count: '3' })
  })

  it.runIf(process.platform === 'linux')('lets whoever logs go on when the disk is full', () => {
    const said = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
    const logger = openLogger('/dev/full')
    logger.error('Not kept')
    logger.error('Nor this')
    expect(said.mock.calls.map(([text]) => text)).toEqual([
      'The log cannot be written: ENOSPC: no space left on device, write\n',
    ])
    said.mockRestore()
  })

  it('puts a log that grew large aside when it starts', () => {
    const file = join(scratchFolder(), 'quarterdeck.log')
    writeFileSync(file, 'x'.repeat(11 * 1024 * 1024))
    openLogger(file).info('New')
    expect(statSync(`${file}.1`).size).toBe(11 * 1024 * 1024)
    expect(readFileSync(file, 'utf8')).toContain('New')
  })
})
