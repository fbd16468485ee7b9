import type { IncidentHead } from '../../domain/incident'
import { isRaised, type Severity } from '../../domain/severity'
import { nextClaims } from '../next-claims'
import { definePart, type EventOf } from './define-part'

export const severityPart = definePart('severity', {
  initial: ({ body: { severity } }) => ({ severity, worstSeverity: severity }),
  on: {
    'severity-changed': ({ severity, worstSeverity }, event, { concurrency }) => ({
      severity: severityAfter({ concurrency, severity: { severity, worstSeverity } }, event),
      worstSeverity: isRaised(worstSeverity, event.body.to) ? event.body.to : worstSeverity,
    }),
    'conflict-settled': (before, event, { concurrency }) =>
      event.body.about === 'severity'
        ? { ...before, severity: highest(nextClaims(concurrency, event).severity, before.severity) }
        : before,
  },
})

/** What holds after a change. */
export function severityAfter(
  { concurrency, severity }: Pick<IncidentHead, 'concurrency' | 'severity'>,
  event: EventOf<'severity-changed'>,
): Severity {
  return highest(nextClaims(concurrency, event).severity, severity.severity)
}

/** [CF1] Of concurrent values of several machines, the higher. */
function highest(claims: readonly { readonly value: Severity }[], otherwise: Severity): Severity {
  const [first, ...others] = claims.map(({ value }) => value)
  return others.reduce((high, one) => (isRaised(high, one) ? one : high), first ?? otherwise)
}
