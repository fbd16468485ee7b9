import { describe, expect, it } from 'vitest'
import { networkFault } from '../../../src/main/engine/http/network-fault'

const url = new URL('https://user:sekret@status.example.com:8443/x?api_key=sekret')

/** As `fetch` throws: a general error around the one that tells. */
function thrown(cause: unknown): Error {
  return new TypeError('fetch failed: sekret', { cause })
}

function coded(code: string, more: object = {}): Error {
  return Object.assign(new Error('about sekret'), { code, ...more })
}

describe('what went wrong below HTTP', () => {
  it.each([
    ['ENOTFOUND', 'not found', true],
    ['EAI_AGAIN', 'not found', true],
    ['ECONNREFUSED', 'refused the connection', true],
    ['EHOSTUNREACH', 'No route to', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'No route to', true],
    ['CERT_HAS_EXPIRED', 'has expired', true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'certificate', true],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'certificate', true],
    ['ECONNRESET', 'closed the connection', false],
    ['UND_ERR_SOCKET', 'closed the connection', false],
    ['ESOMETHING', 'failed (ESOMETHING)', false],
    ['constructor', 'failed (constructor)', false],
    ['', 'failed (no reason given)', false],
  ])('[HN1] %s is told in words that name the host', (code, words, nothingLeft) => {
    const fault = networkFault(url, thrown(coded(code)))
    expect(fault).toMatchObject({ kind: 'unreachable', nothingLeft })
    expect(fault.message).toContain(words)
    expect(fault.message).toContain('status.example.com:8443')
    expect(fault.message).not.toContain('sekret')
  })

  it('[HN2] an unknown failure while connecting left nothing', () => {
    expect(networkFault(url, thrown(coded('EODD', { syscall: 'connect' })))).toMatchObject({ nothingLeft: true })
    expect(networkFault(url, thrown(coded('EODD', { syscall: 'read' })))).toMatchObject({ nothingLeft: false })
  })

  it('[HN2] a port that fetch never calls left nothing, and is named', async () => {
    const blocked = new URL('http://127.0.0.1:9/hook')
    const error = await fetch(blocked).then(
      () => undefined,
      (thrownByFetch: unknown) => thrownByFetch,
    )
    const fault = networkFault(blocked, error)
    expect(fault).toMatchObject({ kind: 'unreachable', nothingLeft: true })
    expect(fault.message).toContain('127.0.0.1:9 has a port of another protocol')
  })

  it('[HN3] an answer that is not HTTP is unreadable, and an odd cause is no reason to throw', () => {
    expect(networkFault(url, thrown(coded('HPE_INVALID_CONSTANT')))).toMatchObject({ kind: 'unreadable-answer' })
    for (const odd of [thrown('text'), thrown(null), new Error('bare'), 'text', undefined]) {
      expect(networkFault(url, odd)).toMatchObject({ kind: 'unreachable' })
    }
  })
})
