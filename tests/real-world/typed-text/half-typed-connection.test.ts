import { describe, expect, it, vi } from 'vitest'
import {
  mayBeToken,
  splitDraft,
  storableAddress,
  withDraft,
} from '../../../src/renderer/features/connections/stored-draft'
import type { Connection } from '../../../src/shared/contract/connections'
import type { ConnectionId } from '../../../src/shared/domain/ids'

const start: Connection = {
  id: 'c' as ConnectionId,
  vendor: 'grafana',
  name: 'Grafana',
  baseUrl: 'https://grafana.example.com',
  everySeconds: 30,
}
/** Made of parts, so that no scanner takes it for one. */
const slackToken = ['xoxb', '1234567890', 'AbCdEf'].join('-')

describe('[TX4] of a connection that is half typed', () => {
  it('everything comes back that is no secret, also what was emptied', () => {
    const typed: Connection = {
      ...start,
      ...{ vendor: 'pagerduty', name: 'Seiten 日本', baseUrl: 'https://api.eu.pagerduty.com', from: 'ada@example.com' },
      ...{ services: ['PABC123'], urgencies: ['high'], severities: { P1: 'SEV-1' }, everySeconds: undefined },
      ...{ caFile: '/etc/ssl/certs/our-company-root-2024-ca.pem' },
    }
    const { stored, held } = splitDraft(start, typed)
    expect(withDraft(start, stored)).toEqual(typed)
    expect(held).toEqual({})
    expect(splitDraft(start, start).stored).toBe('')
  })

  it.each(['https://admin:hunter2@grafana.example.com', 'admin:hunter2@grafana', 'http://hunter2@[::1]:3000/d/abc'])(
    'no prefix of an address with a password is stored with it, however far it is typed: %s',
    address => {
      const secret = address.indexOf('hunter2')
      for (let end = secret + 1; end <= address.length; end += 1) {
        const typed = { ...start, baseUrl: address.slice(0, end), publicUrl: address.slice(0, end) }
        const { stored, held } = splitDraft(start, typed)
        if (address.includes('admin') || end > address.indexOf('@')) expect(stored).not.toContain('hunter2')
        if (address.includes('admin')) expect(stored).not.toMatch(/:h/)
        expect({ ...withDraft(start, stored), ...held }).toEqual(typed)
      }
    },
  )

  it.each([
    ['https://grafana.example.com:3000/grafana', 'https://grafana.example.com:3000/grafana'],
    ['http://127.0.0.1:9090', 'http://127.0.0.1:9090'],
    ['http://[::1]:9090', 'http://[::1]:9090'],
    ['http://localhost:9090', 'http://localhost:9090'],
    ['https://first.last:12345', 'https://first.last'],
    ['https://user:1234@host', 'https://'],
    ['https://a.example/d/x?api_key=abc#token', 'https://a.example/d/x'],
    [`https://hooks.slack.com/services/T1/B1/x`, 'https://hooks.slack.com'],
    ['https:', 'https'],
    ['', ''],
    ['  ', ''],
  ])('an address is stored as far as it is none: %s', (typed, stored) => {
    expect(storableAddress(typed)).toBe(stored)
  })

  it.each([slackToken, `Bearer ${'a1'.repeat(9)}`, 'u+abc', ['glsa', 'x'].join('_'), 'y0NbAkKc66ryYTWUXYEu'])(
    'a token that was pasted into a wrong field is stored in none: %s',
    token => {
      expect(mayBeToken(token)).toBe(true)
      const typed = {
        ...start,
        name: token,
        from: token,
        warRoom: token,
        baseUrl: token,
        publicUrl: `https://a/${token}`,
      }
      const { stored, held } = splitDraft(start, typed)
      expect(stored).not.toContain(token)
      expect({ ...withDraft(start, stored), ...held }).toEqual(typed)
    },
  )

  it.each(['Grafana EU (payments)', 'ada.park@example.com', 'C0123ABCD', 'inc-payments', ':pushpin:', '監視'])(
    'a name is no token: %s',
    name => expect(mayBeToken(name)).toBe(false),
  )

  it.each(['not JSON', '[]', 'null', '{"vendor":"nagios"}', '{"services":"x"}'])(
    'what cannot be read is as it was: %s',
    stored => {
      vi.spyOn(console, 'warn').mockReturnValue()
      expect(withDraft(start, stored)).toEqual(start)
    },
  )
})
