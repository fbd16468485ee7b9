import { describe, expect, it } from 'vitest'
import { withMarker } from '../../../src/main/engine/vendors/marker'
import { newId, type OutboxItemId } from '../../../src/shared/domain/ids'
import { inEnglish } from '../../support/in-english'
import { sendJson } from '../../support/open-loopback'
import { never, startLoopback } from '../http/loopback'
import { accountAt } from './accounts'

const since = Date.parse('2026-11-20T10:00:00Z')
const note = (id: string, content: string, change: object = {}) => ({
  ...{ id, content, created_at: '2026-11-20T10:05:00Z', user: { summary: 'Amara Osei' }, ...change },
})

async function read(
  notes: Readonly<Record<string, readonly object[] | number>>,
  places: readonly ({ page: string; since: number } | { channel: string | null; since: number })[],
) {
  const server = await startLoopback(({ url }, response) => {
    const found = notes[url.pathname.split('/')[2] ?? ''] ?? 404
    if (typeof found === 'number') sendJson(response, { error: { message: 'not yours', code: 1 } }, found)
    else sendJson(response, { notes: found })
  })
  const reply = await accountAt('pagerduty', server.origin).rooms?.fetchProposals(places, never)
  return { reply, asked: server.seen.map(({ url }) => url.pathname) }
}

describe("notes on an incident's pages", () => {
  it('[PD17] are proposed with author, time and page; ours, empty ones and older ones are not', async () => {
    const { reply } = await read(
      {
        P1: [
          note('N1', 'Errors come from the ledger\u202e'),
          note('N2', withMarker('We roll back', newId<OutboxItemId>())),
          note('N3', '  '),
          note('N4', 'old', { created_at: '2026-11-20T09:59:59Z' }),
          note('N5', 'by a robot', { user: null, created_at: '2026-11-20T10:06:00+00:00' }),
        ],
      },
      [{ page: 'P1', since }],
    )
    expect(reply).toEqual({
      ok: true,
      value: {
        gap: '',
        proposals: [
          expect.objectContaining({ id: 'pagerduty:P1:N5', author: 'Somebody', text: 'by a robot' }),
          {
            ...{ id: 'pagerduty:P1:N1', connection: 'test-pagerduty', channel: 'P1', kind: 'page-note' },
            ...{ author: 'Amara Osei', text: 'Errors come from the ledger⟨U+202E⟩', at: since + 300_000 },
            ...{ pinned: false, shared: false },
          },
        ],
      },
    })
  })

  it('[PD17] are asked for once a page, and for no chat; a page that cannot be read costs the others nothing', async () => {
    const places = [
      { channel: null, since },
      { page: 'GONE', since },
      { page: 'P1', since: since + 1 },
      { page: 'P1', since },
    ]
    const { reply, asked } = await read({ P1: [note('N1', 'x')] }, places)
    expect(asked).toEqual(['/incidents/GONE/notes', '/incidents/P1/notes'])
    expect(reply).toMatchObject({ ok: true, value: { proposals: [{ id: 'pagerduty:P1:N1' }] } })
    expect(reply?.ok && inEnglish(reply.value.gap)).toContain('notes of GONE')
    expect(await read({}, [])).toMatchObject({ asked: [], reply: { ok: true, value: { proposals: [], gap: '' } } })
    expect((await read({ P1: 429 }, [{ page: 'P1', since }])).reply).toMatchObject({ fault: { kind: 'rate-limited' } })
  })
})
