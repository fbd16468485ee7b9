import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount } from '../../src/main/engine/vendors/registry'
import { never } from '../main/http/loopback'
import { connectionTo, TOKEN } from '../main/vendors/accounts'
import { contractSuite, type Prism, preferring, startPrism } from '../support/prism'
import { contractActs, foundThere, outgoingAct, rewrites } from './acts'

/** The e-mail of the user that PagerDuty's own example answers with. */
const FROM = '125.greenholt.earline@graham.name'
const vendors = ['pagerduty', 'grafana', 'slack', 'statuspage'] as const

/** Some of the files' own examples break their schemas; only our requests are judged here. */
function ours(violations: readonly string[]): readonly string[] {
  return violations.filter(text => text.includes('"location":["request"'))
}

type Refusal = readonly [prefer: string, expected: object]
const rejected: readonly Refusal[] = [
  ['code=401', { outcome: 'refused', again: false, fault: { kind: 'token-refused', status: 401 } }],
]
const slowed: Refusal = ['code=429', { outcome: 'refused', again: true, fault: { kind: 'rate-limited' } }]

/** Grafana's file knows no 429, and Slack says nearly everything with a 200. */
const refusalsOf: Readonly<Record<(typeof vendors)[number], readonly Refusal[]>> = {
  pagerduty: [slowed, ['code=403', { outcome: 'refused', again: false, fault: { status: 403 } }]],
  grafana: [
    ['code=403', { outcome: 'refused', again: false, fault: { kind: 'token-refused', status: 403 } }],
    ['code=500', { outcome: 'unknown', fault: { status: 500 } }],
  ],
  slack: [slowed, ['example=error', { outcome: 'refused', again: false }]],
  statuspage: [slowed],
}

for (const vendor of vendors) {
  const suite = contractSuite(vendor)
  describe.skipIf(suite.absent)(`acts: ${suite.name}`, () => {
    let prism: Prism
    beforeAll(async () => {
      prism = await startPrism(vendor)
    })
    afterAll(() => prism?.stop())

    function open(prefer = '', rewrite = (text: string) => text) {
      // The files' own examples: a page must be open, and a maintenance that is to begin must be announced.
      const http = preferring(prefer, text =>
        rewrite(
          text
            .replace('"status":"resolved","title"', '"status":"triggered","title"')
            .replaceAll('"status":"investigating"', '"status":"scheduled"'),
        ),
      )
      const connection = { ...connectionTo(vendor, prism.origin), from: FROM }
      const { acts } = openAccount(connection, TOKEN, http)
      if (acts === undefined) throw new Error(`${vendor} takes no acts`)
      return { http, acts }
    }

    const acts = contractActs[vendor].map(what => [what.kind, outgoingAct(what)] as const)
    const good = vendor === 'slack' ? 'example=ok' : ''

    it.each(acts)('[CV1] %s is sent as the file allows, and its answer is understood', async (_kind, act) => {
      const { http, acts } = open(good)
      expect(await acts.send(act, never)).toMatchObject({ outcome: 'delivered' })
      expect(ours(http.violations)).toEqual([])
    })

    const looked = acts.map(([kind, act]) => [kind, foundThere[kind], act] as const)

    it.each(looked)(
      '[CV2] %s is looked up as the file allows, and is %s in its examples',
      async (_kind, found, act) => {
        const { http, acts } = open(good)
        expect(await acts.verify(act, never)).toMatchObject({ found })
        expect(ours(http.violations)).toEqual([])
      },
    )

    const marked = rewrites.filter(([of]) => of === vendor)
    it.each(marked)('[CV2] %s: %s is found once the examples show it', async (_vendor, kind, from, to) => {
      const act = acts.find(([one]) => one === kind)?.[1]
      if (act === undefined) throw new Error(`no ${kind}`)
      const { acts: desk } = open(good, text => text.replace(from, to))
      expect(await desk.verify(act, never)).toMatchObject({ found: 'delivered' })
    })

    const refusals = [...refusalsOf[vendor], ...(vendor === 'slack' ? [] : rejected)]
    it.each(acts.flatMap(([kind, act]) => refusals.map(refusal => [kind, refusal[0], refusal, act] as const)))(
      '[CV3] %s after the documented %s is sent again or not, as it deserves',
      async (kind, _prefer, [prefer, expected], act) => {
        const sent = await open(prefer).acts.send(act, never)
        // The name is taken, and no channel of that name can be seen: it may be ours.
        const outcome = kind === 'chat-open' && prefer === 'example=error' ? { outcome: 'unknown' } : expected
        expect(sent).toMatchObject(outcome)
      },
    )
  })
}
