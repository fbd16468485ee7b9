import type { GateEvidence } from '../../domain/method/gate'
import type { ServiceObjective } from '../../domain/service-catalogue'
import { listText, t } from '../../texts/t'
import { texts } from '../../texts/texts'

const text = texts.services

/** `SLO: 99.9 % available, p95 below 500 ms` */
export function objectiveText(objective: ServiceObjective): string {
  return t(text.objective, { parts: partsText(objective) })
}

/** [GT15] Several services' objectives as evidence of the gate. */
export function promisesText({ promises, over }: Extract<GateEvidence, { kind: 'promises' }>): string {
  const said = promises.map(({ service, objective }) => t(text.objectiveOf, { service, parts: partsText(objective) }))
  return over ? t(text.over, { objectives: said.join('; ') }) : said.join('; ')
}

function partsText({ availability, errors, latency }: ServiceObjective): string {
  const parts = [
    availability === undefined ? '' : t(text.availability, { value: availability }),
    errors === undefined ? '' : t(text.errors, { value: errors }),
    latency === undefined ? '' : t(text.latency, { value: latency }),
  ]
  return listText(parts.filter(part => part !== ''))
}
