import type { ProposedTime } from '../../shared/domain/stated-time'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'

const { sources } = texts.began

/** The source of a proposed time. */
export function timeSourceText({ of, source: { kind, name } }: Pick<ProposedTime, 'of' | 'source'>): string {
  if (kind === 'chart' && of === 'ended') return t(sources.chartBack, { name })
  return t(sources[kind], { name, by: name })
}
