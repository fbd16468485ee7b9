import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAccount } from '../../src/main/engine/vendors/registry'
import { never } from '../main/http/loopback'
import { connectionTo, TOKEN } from '../main/vendors/accounts'
import { contractSuite, type Prism, preferring, startPrism } from '../support/prism'
import { contractActs, outgoingAct } from './acts'

/** The e-mail of the user that PagerDuty's own example answers with. */
const FROM = '125.greenholt.earline@graham.name'
const vendors = ['pagerduty', 'grafana', 'slack', 'statuspage'] as const

/** Some of the files' own examples break their schemas; only our requests are judged here. */
function ours(violations: readonly string[]): readonly string[] {
  return violations.filter(text => text.includes('"location":["request"'))
}

for (const vendor of vendors) {
  const suite = contractSuite(vendor)
  describe.skipIf(suite.absent)(`acts: ${suite.name}`, () => {
    let prism: Prism
    beforeAll(async () => {
      prism = await startPrism(vendor)
    })
    afterAll(() => prism?.stop())

    function open(prefer = '') {
      // The files' own examples: a page must be open, and a maintenance that is to begin must be announced.
      const http = preferring(prefer, text =>
        text
          .replace('"status":"resolved","title"', '"status":"triggered","title"')
          .replaceAll('"status":"investigating"', '"status":"scheduled"'),
      )
      const connection = { ...connectionTo(vendor, prism.origin), from: FROM }
      const { acts } = openAccount(connection, TOKEN, http)
      if (acts === undefined) throw new Error(`${vendor} takes no acts`)
      return { http, acts }
    }

    const acts = contractActs[vendor].map(what => [what.kind, outgoingAct(what)] as const)
    const good = vendor === 'slack' ? 'example=ok' : ''

    it.each(acts)('[CA1] %s is sent as the file allows, and its answer is understood', async (_kind, act) => {
      const { http, acts } = open(good)
      expect(await acts.send(act, never)).toMatchObject({ outcome: 'landed' })
      expect(ours(http.violations)).toEqual([])
    })

    it.each(acts)('[CA2] %s is looked up as the file allows', async (_kind, act) => {
      const { http, acts } = open(good)
      expect(['landed', 'absent', 'unknown']).toContain((await acts.lookUp(act, never)).found)
      expect(ours(http.violations)).toEqual([])
    })

    it.each(acts)('[CA3] %s is not sent again after a 401, and again after a 429', async (_kind, act) => {
      if (vendor === 'slack') return expect(await open('example=error').acts.send(act, never)).not.toBeNull()
      expect(await open('code=401').acts.send(act, never)).toMatchObject({ outcome: 'refused', again: false })
      if (vendor === 'grafana') return
      expect(await open('code=429').acts.send(act, never)).toMatchObject({ outcome: 'refused', again: true })
    })
  })
}
