import { describe, expect, it } from 'vitest'
import { markedChannelName, proposedChannelName } from '../../../src/shared/domain/channel-name'
import { newId, type OutboxItemId } from '../../../src/shared/domain/ids'

const declaredAt = Date.UTC(2026, 10, 20, 17, 55)
const incident = (title: string, services: readonly (string | null)[] = []) =>
  ({ title, declaredAt, severity: 'SEV-1', pages: services.map(service => ({ service })) }) as const

describe('the name of an incident’s channel', () => {
  it.each([
    ['Payments fail', 'payments-fail'],
    ['  “Zahlungen” für Kühe!! ', 'zahlungen-fur-kuhe'],
    ['Straße & Fähre: Øresund', 'strasse-fahre-oresund'],
    ['Платежи не проходят', 'platezhi-ne-prokhodiat'],
    ['Не працює їхній вхід', 'ne-pratsiuie-ikhnii-vkhid'],
    ['Οι πληρωμές αποτυγχάνουν', 'oi-pliromes-apotygchanoyn'],
    ['おかねがだめ', 'okanegadame'],
    ['ガーデン', 'gaden'],
    ['결제 장애', 'gyeolje-jangae'],
    ['決済 API 障害', 'api'],
    ['🔥 500 in checkout', '500-in-checkout'],
    ['ＦＵＬＬ　width', 'full-width'],
  ])('[CN2] says what “%s” says', (title, words) => {
    expect(proposedChannelName(incident(title))).toBe(`incident-20261120-${words}`)
  })

  it.each(['支払い', '决账失败', '🔥🔥🔥', 'الدفع لا يعمل', '', '!!!', '500'])(
    '[CN2] names services, or severity and time, where “%s” cannot be written so',
    title => {
      const services = [null, 'Payments API', 'Payments API']
      expect(proposedChannelName(incident(title, services))).toBe('incident-20261120-payments-api')
      expect(proposedChannelName(incident(title))).toMatch(/^incident-20261120-1755-sev-1(-|$)/)
    },
  )

  it('[CN1] is another for each channel, also of one title on one day, and fits whatever was typed', () => {
    const name = proposedChannelName(incident('🔥'))
    const opened = Array.from({ length: 40 }, () => markedChannelName(name, newId<OutboxItemId>()))
    expect(new Set(opened).size).toBeGreaterThan(38)
    const act = newId<OutboxItemId>()
    for (const typed of ['x', 'a'.repeat(80), '-'.repeat(80), '_', `${'a'.repeat(74)}-b`]) {
      const marked = markedChannelName(typed, act)
      expect(marked).toMatch(/^[a-z0-9_-]{1,80}$/)
      expect(markedChannelName(marked, act)).toBe(marked)
    }
  })
})
