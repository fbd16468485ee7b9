import { RANKED } from '../../../shared/contract/archive'
import { type Facet, queryParts, readArchiveQuery, withFilter } from '../../../shared/domain/archive/archive-query'
import type { Calendar } from '../../../shared/domain/archive/named-days'
import { severities } from '../../../shared/domain/severity'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import styles from './incidents-dialog.module.css'

const text = texts.archive

interface FiltersProps {
  readonly typed: string
  readonly calendar: Calendar
  readonly onType: (typed: string) => void
  readonly best: boolean
  readonly onBest: (best: boolean) => void
}

/** [AV5] Filters for mouse and touch: each is a part of what is typed, so that keys and buttons say the same. */
export function ArchiveFilters({ typed, calendar, onType, best, onBest }: FiltersProps) {
  const { question } = readArchiveQuery(typed, calendar)
  const chosen = question.severities
  const toggle = (facet: Facet, value: string) => {
    const is = queryParts(typed).some(part => part.facet === facet && part.value === value)
    onType(withFilter(typed, facet, is ? null : value))
  }
  const toggleSeverity = (at: number) => {
    const next = severities.filter((one, index) => chosen.includes(one) !== (index === at))
    onType(withFilter(typed, 'sev', next.length === 0 ? null : next.map(one => one.slice(-1)).join(',')))
  }
  const isSet = (facet: Facet, value: string) =>
    queryParts(typed).some(part => part.facet === facet && part.value === value)
  return (
    <fieldset className={styles.filters} aria-label={text.filters}>
      {severities.map((severity, at) => (
        <Filter key={severity} on={chosen.includes(severity)} onPress={() => toggleSeverity(at)}>
          {text.sevs[severity]}
        </Filter>
      ))}
      <Filter on={question.status === 'open'} onPress={() => toggle('status', 'open')}>
        {text.open}
      </Filter>
      <Filter on={question.status === 'ended'} onPress={() => toggle('status', 'ended')}>
        {text.ended}
      </Filter>
      <Filter on={isSet('from', '30d')} onPress={() => toggle('from', '30d')}>
        {text.month}
      </Filter>
      <Filter on={best} onPress={() => onBest(!best)} title={t(text.bestWhy, { most: RANKED })}>
        {text.best}
      </Filter>
    </fieldset>
  )
}

interface FilterProps {
  readonly on: boolean
  readonly onPress: () => void
  readonly title?: string
  readonly children: string
}

function Filter({ on, onPress, title, children }: FilterProps) {
  return (
    <button type="button" className={styles.filter} aria-pressed={on} onClick={onPress} title={title}>
      {children}
    </button>
  )
}
