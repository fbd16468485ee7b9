import { crewWarnings, directReports } from '../../../shared/domain/crew-warnings'
import type { Incident } from '../../../shared/domain/incident'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'

const { marks } = texts.wall

/** [RO4][RO5][RO6] What is wrong with command, in two words beside the commander's name; the gravest where there are more. */
export function commandMark(incident: Incident, now: Millis): string | undefined {
  const kinds = crewWarnings(incident, now).map(({ kind }) => kind)
  if (kinds.includes('ic-operates')) return marks.fixing
  if (kinds.includes('ic-span')) return t(marks.leads, { count: directReports(incident).length })
  return kinds.includes('no-deputy') ? marks.noDeputy : undefined
}
