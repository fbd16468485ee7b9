import { isFigure, lastSaid, MOST_STATEMENTS } from '../../../shared/domain/impact-figures'
import { figureStated } from '../../../shared/events/figure-stated'
import { type CommandDecisions, changedSince, decided, onIncident, refused } from '../record/decision'

/** [IM2] [IM3] */
export const figureCommands: CommandDecisions<'incident:state-figure'> = {
  'incident:state-figure': onIncident<'incident:state-figure'>(({ incident: _, ...said }, { record, now, by }) => {
    const { figuresStated } = record.incident
    const last = lastSaid(figuresStated, said.figure)
    const conflict = changedSince(said.was, last?.key ?? null)
    if (conflict !== undefined) return conflict
    if (!isFigure(said)) return refused('figure-none')
    if (said.since > now) return refused('time-to-come')
    const isSame = (['value', 'currency', 'since', 'source'] as const).every(name => last?.[name] === said[name])
    if (isSame || (said.value === null && (last?.value ?? null) === null)) return refused('figure-same')
    if (figuresStated.length >= MOST_STATEMENTS) return refused('figures-full', { most: MOST_STATEMENTS })
    // [IM11]
    const isCounted = said.figure === 'revenue' && said.value === null && said.since > (last?.since ?? said.since)
    return decided(figureStated.draft(isCounted ? { ...said, counted: true } : said, now, by))
  }),
}
