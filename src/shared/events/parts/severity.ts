import { isRaised } from '../../domain/severity'
import { definePart } from './define-part'

export const severityPart = definePart('severity', {
  initial: ({ body: { severity } }) => ({ severity, worstSeverity: severity }),
  on: {
    'severity-changed': ({ worstSeverity }, { body: { to } }) => ({
      severity: to,
      worstSeverity: isRaised(worstSeverity, to) ? to : worstSeverity,
    }),
  },
})
