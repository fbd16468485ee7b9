import { describe, expect, it } from 'vitest'
import { severityOfAlerts } from '../../../src/shared/domain/method/alert-severity'
import { isRaised, type Severity, severities } from '../../../src/shared/domain/severity'
import { shippedView } from '../../support/shipped-method'

const method = shippedView.method.severity
const alert = (urgency: 'critical' | 'high' | 'low', severity?: Severity) => ({ title: urgency, urgency, severity })

describe('[RS1] what is proposed for alerts', () => {
  it.each<[string, Parameters<typeof severityOfAlerts>[0], Severity, string]>([
    ['a critical label', [alert('critical')], 'SEV-1', 'urgency'],
    ['a high one', [alert('high')], 'SEV-2', 'urgency'],
    ['a low one', [alert('low')], 'SEV-3', 'urgency'],
    ['a priority, before the urgency that it brings', [alert('critical', 'SEV-3')], 'SEV-3', 'priority'],
    ['several, by the worst', [alert('low'), alert('high', 'SEV-4'), alert('critical')], 'SEV-1', 'urgency'],
  ])('%s', (_name, alerts, severity, kind) => {
    expect(severityOfAlerts(alerts, method, {})).toMatchObject({ severity, kind })
  })

  it('a metric rule counts where it is more severe, and never against an alert', () => {
    const low = alert('low')
    expect(severityOfAlerts([low], method, { errors: 60 })).toMatchObject({ severity: 'SEV-1', kind: 'rule' })
    expect(severityOfAlerts([low], undefined, { errors: 60 })).toMatchObject({ severity: 'SEV-3', kind: 'urgency' })
    expect(severityOfAlerts([alert('critical')], method, { errors: 2 })).toMatchObject({ severity: 'SEV-1' })
    expect(severityOfAlerts([alert('high')], method, { errors: 0 })).toMatchObject({ severity: 'SEV-2' })
  })

  it('every row of the default rules raises what is less severe', () => {
    for (const rule of method.rules) {
      const facts = 'over' in rule ? { [rule.fact]: rule.over * 1.001 } : { [rule.fact]: true }
      for (const own of severities) {
        const { severity } = severityOfAlerts([alert('high', own)], method, facts)
        expect(severity, `${rule.id} on ${own}`).toBe(isRaised(own, rule.severity) ? rule.severity : own)
      }
    }
  })
})
