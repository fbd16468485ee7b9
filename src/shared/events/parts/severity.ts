import { isRaised, type Severity } from '../../domain/severity'
import { nextClaims } from '../next-claims'
import { definePart } from './define-part'

export const severityPart = definePart('severity', {
  initial: ({ body: { severity } }) => ({ severity, worstSeverity: severity }),
  on: {
    'severity-changed': ({ severity, worstSeverity }, event, { concurrency }) => ({
      severity: highest(nextClaims(concurrency, event).severity, severity),
      worstSeverity: isRaised(worstSeverity, event.body.to) ? event.body.to : worstSeverity,
    }),
    'conflict-settled': (before, event, { concurrency }) =>
      event.body.about === 'severity'
        ? { ...before, severity: highest(nextClaims(concurrency, event).severity, before.severity) }
        : before,
  },
})

/** [CF1] Of what several machines said at once, the higher. */
function highest(claims: readonly { readonly value: Severity }[], otherwise: Severity): Severity {
  const [first, ...others] = claims.map(({ value }) => value)
  return others.reduce((high, one) => (isRaised(high, one) ? one : high), first ?? otherwise)
}
