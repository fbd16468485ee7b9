import { describe, expect, it } from 'vitest'
import { lintUpdate } from '../../../src/shared/domain/lint/lint'
import type { LintedUpdate, LintRule, LintSettings } from '../../../src/shared/domain/lint/lint-finding'
import { shippedLint } from '../../support/shipped-lint'

const { words } = shippedLint().current()
const noon = Date.UTC(2026, 2, 4, 12)
const base: LintedUpdate = {
  title: 'Card payments fail',
  body: 'Card payments fail for 3 in 10 shoppers since 11:40 UTC. We are comparing failed payments with others.\n\nNext update at 12:30 UTC.',
  stage: 'progress',
  incident: { resolved: false, identified: false, components: { 'Card payments': 'partial_outage' } },
  zone: 'Europe/Berlin',
  now: noon,
  nextUpdate: { asked: true, at: noon + 1_800_000 },
  previous: null,
}

/** The base with another text in its middle. */
const saying = (text: string): Partial<LintedUpdate> => ({
  body: `Card payments fail for 3 in 10 shoppers since 11:40 UTC. ${text}\n\nNext update at 12:30 UTC.`,
})
const lint = (patch: Partial<LintedUpdate> = {}, settings?: LintSettings) =>
  lintUpdate({ ...base, ...patch }, words, settings)
/** What a finding points at, each with its rule. */
function found(patch: Partial<LintedUpdate>, settings?: LintSettings): readonly string[] {
  const update = { ...base, ...patch }
  return lint(patch, settings).findings.map(({ rule, field, from, to }) => `${rule}: ${update[field].slice(from, to)}`)
}
const rulesOf = (patch: Partial<LintedUpdate>) => [...new Set(lint(patch).findings.map(({ rule }) => rule))]
const levelOf = (rule: LintRule, patch: Partial<LintedUpdate>, settings?: LintSettings) =>
  lint(patch, settings).findings.find(one => one.rule === rule)?.level

/** Cut, so that no scanner of files takes them for real. */
const key = ['sk', 'live', '9fQ2xT7mLr4Vz81NcEoYp6Ks'].join('_')

describe('what stops an update', () => {
  it('[LN1] nothing does where nothing is wrong', () => {
    expect(found({})).toEqual([])
  })

  it('[LN1] slots and secrets for good, others until a reason is given, the rest is asked about', () => {
    expect(levelOf('open-slot', saying('It is ⟦impact⟧.'))).toBe('for-good')
    expect(levelOf('secret', saying(`Use ${key}.`))).toBe('for-good')
    expect(levelOf('ticket-id', saying('See OPS-2081.'))).toBe('blocks')
    expect(levelOf('emoji', saying('It is 🎉.'))).toBe('asks')
  })

  it('[LN1] points at the title or the body, in the order of the text', () => {
    const findings = lint({ title: 'Payments fail!', ...saying('We are sorry 🎉 for any inconvenience.') }).findings
    expect(findings.map(({ rule, field, from }) => [rule, field, from])).toEqual([
      ['exclamation', 'title', 13],
      ['empty-phrase', 'body', 64],
      ['emoji', 'body', 70],
    ])
  })

  it.each([
    ['⟦impact⟧', ['open-slot: ⟦impact⟧']],
    ['a half of ⟦impact', ['open-slot: ⟦impact.']],
    ['{{ service }} fails', ['open-slot: {{ service }}']],
    ['[NAME OF OFFICE] is open', ['open-slot: [NAME OF OFFICE]']],
    ['It ends at XX:XX', ['open-slot: XX:XX']],
    ['Staff of [hospital name] wait', ['open-slot: [hospital name]']],
    ['It is [in part](https://a.example/name) [sic] over', []],
    ['see [the list](https://a.example/b) and [1]', []],
    ['They read `{{ first_name }}` there', []],
  ])('[LN2] a slot that was left open: %s', (text, all) => {
    expect(found(saying(`${text}.`)).filter(one => one.startsWith('open-slot'))).toEqual(all)
  })

  it('[LN2] brackets that a writer may mean do not stop an update for good', () => {
    expect(levelOf('open-slot', saying('It is [NAME OF OFFICE].'))).toBe('blocks')
    expect(levelOf('open-slot', saying('It is {{ office }}.'))).toBe('for-good')
  })
})

describe('secrets', () => {
  it.each([
    key,
    ['AKIA', 'IOSFODNN7EXAMPLE'].join(''),
    ['ghp', 'a1B2c3D4e5F6g7H8i9J0k1L2m3N4o5P6'].join('_'),
    ['xoxb', '123456789012', 'abcdefABCDEF'].join('-'),
    ['glpat', 'x1Y2z3A4b5C6d7E8f9G0'].join('-'),
    ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiIxIn0', 'c2ln'].join('.'),
    ['-----BEGIN RSA', 'PRIVATE KEY-----'].join(' '),
    ['postgres://app', 'hunter2@db.acme.example/x'].join(':'),
    ['https://hooks.slack.com', 'services/T000/B000/XXXX'].join('/'),
    ['https://a.example/x?token', 'abcdef123456'].join('='),
  ])('[LN3] finds one by its form: %#', secret => {
    expect(rulesOf(saying(`It is there with ${secret} now.`))).toContain('secret')
  })

  it.each(['the password is Kv7#mt2Qx9', 'the password “summer2024”', 'with the key for exports, q8ZtR2mW5xLp'])(
    '[LN3] finds one behind its name: %s',
    text => {
      expect(rulesOf(saying(`Log in with ${text}.`))).toContain('secret')
    },
  )

  it.each([
    'You need not change your password.',
    'Keys that begin with `bwk_live_` are safe.',
    'API tokens issued after 2026-11-30T07:22Z are refused, and keys of 2026-11-30T07:22:10.5+01:00 too.',
    'Error REF-4031 says that the token is too old.',
    'The key is at https://acme.example/keys/2024.',
    'Press the key F12 to see the password field of version 8.2.',
  ])('[LN3] leaves what only speaks of one: %s', text => {
    expect(rulesOf(saying(text))).not.toContain('secret')
  })

  it('[LN3] never says what it found', () => {
    expect(JSON.stringify(lint(saying(`Use ${key} now.`)))).not.toContain('9fQ2')
  })
})

describe('what customers need to read', () => {
  it.each([
    ['We are aware of an issue with Checkout that concerns all merchants. We are investigating.', false],
    ['The primary database has failed. We are promoting another.', false],
    ['Shoppers see “Payment not possible”. We are investigating.', true],
    ['Payments cannot be made. We are investigating.', true],
    ['The database is restarting, and customers wait up to a minute for a page.', true],
  ])('[LN4] says what customers notice: %s', (text, said) => {
    const body = `${text}\n\nNext update at 12:30 UTC.`
    expect(rulesOf({ title: 'Checkout', body }).includes('no-impact')).toBe(!said)
    expect(rulesOf({ title: 'Checkout', body, stage: 'resolution' })).not.toContain('no-impact')
  })

  it.each([
    ['The incident is resolved.', true],
    ['This issue has been fixed.', true],
    ['All systems are operational.', true],
    ['We are not calling this resolved yet.', false],
    ['The resolved address is still the former one.', false],
    ['We write again once the incident is resolved.', false],
    ['The problem is fixed on 4 of 10 servers.', false],
  ])('[LN5] says that it is over while it is not: %s', (text, claimed) => {
    expect(rulesOf(saying(text)).includes('says-resolved')).toBe(claimed)
  })

  it('[LN5] a resolved incident is over, unless a component is worse than operational', () => {
    const over = { ...saying('The incident is resolved.'), stage: 'resolution' as const }
    const incident = { resolved: true, identified: true, components: { Cards: 'operational' as const } }
    expect(rulesOf({ ...over, incident })).not.toContain('says-resolved')
    expect(rulesOf({ ...over, incident: { ...incident, components: { Cards: 'partial_outage' } } })).toContain(
      'says-resolved',
    )
    expect(rulesOf({ ...over, incident: { ...incident, resolved: false } })).toContain('says-resolved')
  })

  it.each([
    ['db-primary-02', true],
    ['store-7.corp.acme.example', true],
    ['ip-10-42-7-19', true],
    ['10.42.7.19', true],
    ['grafana.acme.example', true],
    ['fd12:3456:789a::1', true],
    ['smtp.larkmail.example', false],
    ['www.acme.example/status', false],
    ['203.0.113.7', false],
    ['eu-west-1', false],
    ['Pixel-7', false],
    ['OSI-LIBDB02\\SEARCH', true],
    ['\\\\files01\\Finance', true],
    ['firmware 10.4.2.1', false],
    ['VM-2200', false],
    ['vm-220', true],
  ])('[LN6] names a machine that only exists inside: %s', (host, inner) => {
    expect(found(saying(`We took ${host} out of use.`)).includes(`internal-host: ${host}`)).toBe(inner)
  })

  it.each([
    ['We are on it (OPS-20817).', true],
    ['It is tracked as ACME-17.', true],
    ['Ticket #4711 is open.', true],
    ['INC0012345 is open.', true],
    ['Refunds fail with error REF-4031.', false],
    ['Passengers on FN-218 and FN-404 have no seat.', false],
    ['UTF-8 names and CVE-2024-1234 are none.', false],
    ['Payments end with one of these errors:\n- GW-2207: the order is kept.\n- GW-2209: the order is lost.', false],
    ['Orders end with error GW-2207. Support writes “GW-2209” in its answer.', false],
    ['We follow these points:\n- GW-2207: the order is kept.', true],
  ])('[LN7] has a number of a tracker: %s', (text, has) => {
    expect(rulesOf(saying(text)).includes('ticket-id')).toBe(has)
  })
})

describe('the next update', () => {
  const ending = (text: string) => ({ body: `Card payments fail for 3 in 10 shoppers since 11:40 UTC.\n\n${text}` })

  it.each([
    ['We will let you know as soon as there is more.', true],
    ['Card payments are checked again at 12:30 UTC.', true],
    ['Next update at 12:30 UTC.', false],
    ['**Next update**\n12:30 UTC', false],
    ['We will write again on Friday, 6 March, at 09:00 CET.', false],
    ['We post an update every 30 minutes.', false],
    ['We watch until shops open on Thursday and report here on 5 March at 09:30 CET.', false],
    ['Terminals come back online since 11:50 UTC.', true],
  ])('[LN8] is missing: %s', (text, missing) => {
    expect(rulesOf(ending(text)).includes('no-next-update')).toBe(missing)
  })

  it('[LN8] is not asked for where none is due, nor of a resolution', () => {
    const { body } = ending('We are on it.')
    expect(rulesOf({ body, nextUpdate: { asked: false, at: null } })).not.toContain('no-next-update')
    expect(rulesOf({ body, stage: 'resolution' })).not.toContain('no-next-update')
  })

  it.each([
    ['Next update at 11:30 UTC.', true],
    ['Next update at 12:30 CET.', true],
    ['Next update at 13:30 CET.', false],
    ['Next update at 7:30 am EST.', false],
    ['Next update at 6:30 am EST.', true],
    ['Next update at 00:15 CET on Thursday, 5 March.', false],
    ['Next update at 08:30 am Eastern, which is 12:30 UTC.', false],
    ['This update was due at 11:30 UTC. Next update at 12:30 UTC.', false],
    ['We compare maps with those of 2 March. Our next message follows at 12:30 UTC.', false],
    ['Terminals come back online since 11:50 UTC. We keep watching and write again at 13:15 UTC.', false],
  ])('[LN9] has passed: %s', (text, passed) => {
    expect(rulesOf(ending(text)).includes('past-next-update')).toBe(passed)
  })

  it('[LN9] letters of two zones mean that of the readers', () => {
    const at = (zone: string) => rulesOf({ ...ending('Next update at 17:15 IST.'), zone })
    expect(at('Asia/Kolkata')).toContain('past-next-update')
    expect(at('Europe/Dublin')).not.toContain('past-next-update')
  })

  it('[LN9] what the record promises counts where the text has no time', () => {
    const patch = { ...ending('We are on it.'), nextUpdate: { asked: false, at: noon - 1 } }
    expect(rulesOf(patch)).toContain('past-next-update')
  })
})
