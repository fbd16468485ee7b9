import { describe, expect, it } from 'vitest'
import type { HttpFault } from '../../../src/main/engine/http/types'
import { openRound } from '../../../src/main/engine/vendors/parts'
import { fail, ok } from '../../../src/shared/lib/reply'

const status = (code: number): HttpFault => ({ kind: 'vendor-error', status: code, message: `status ${code}` })
const refused = (code: number): HttpFault => ({ kind: 'token-refused', status: code, message: `refused ${code}` })
const slow: HttpFault = { kind: 'timed-out', after: 1, message: 'slow' }
const limited: HttpFault = { kind: 'rate-limited', retryAfter: 1, message: 'limited' }

/** Reads parts that end so, null for well; tells how many were asked, and the end. */
async function ended(...parts: readonly (HttpFault | null)[]) {
  const round = openRound<string>()
  let asked = 0
  for (const [at, fault] of parts.entries()) {
    await round.read(`part ${at}`, async () => {
      asked += 1
      return fault === null ? ok(at) : fail(fault)
    })
  }
  return { asked, end: round.end() }
}

describe('[RP1] a reading of several parts', () => {
  it('names the parts that failed by themselves', async () => {
    expect(await ended(null, refused(403), status(404), status(500), slow)).toEqual({
      asked: 5,
      end: ok([
        { part: 'part 1', reason: 'refused 403' },
        { part: 'part 2', reason: 'status 404' },
        { part: 'part 3', reason: 'status 500' },
        { part: 'part 4', reason: 'slow' },
      ]),
    })
  })

  it('ends with a wrong token, a wish for silence, and a line that is cut before anything was answered', async () => {
    expect(await ended(null, refused(401), null)).toEqual({ asked: 2, end: fail(refused(401)) })
    expect(await ended(null, limited, null)).toEqual({ asked: 2, end: fail(limited) })
    expect(await ended(slow, null)).toEqual({ asked: 1, end: fail(slow) })
  })

  it('spares a server that fails part after part, but not for rights that are missing', async () => {
    const trouble = [status(500), slow, status(503), status(500), status(500)]
    expect(await ended(null, ...trouble)).toEqual({ asked: 5, end: fail(status(500)) })
    expect((await ended(null, ...trouble.slice(0, 3), null, status(500))).end).toMatchObject({ ok: true })
    expect((await ended(null, ...Array(6).fill(refused(403)))).end).toMatchObject({ ok: true, value: { length: 6 } })
  })

  it('is a fault where nothing was answered, the first of them', async () => {
    expect(await ended(refused(403), status(404))).toEqual({ asked: 2, end: fail(refused(403)) })
  })
})
