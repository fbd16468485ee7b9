import { useStore } from 'zustand'
import { type NotedSourceText, notedSourceText } from '../../../shared/contract/noted-source-text'
import { MINUTE, SECOND } from '../../../shared/lib/time'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { useDerived } from '../../stores/use-derived'
import { useRead } from '../../stores/use-read'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import styles from './handoff-pane.module.css'

const sourceTexts = texts.handoff.sources

/** Interval between reads: rare enough for an engine in an alert storm. */
const EACH = MINUTE / 2

/**
 * [HC3] What the document would say about other systems: unreachable ones with their last values, the rest in a line.
 */
export function Sources() {
  const store = useCockpit().now
  const clock = useClockFace()
  const turn = useStore(store, ({ now }) => Math.floor(now / EACH))
  const { value: sources, fault } = useRead('handoff:sources', {}, turn)
  const { old, current, asOf } = useDerived([store], () => {
    const { now, away, heardAt } = store.getState()
    const writing = { texts: sourceTexts, time: clock.short, span: (span: number) => spanText(Math.max(SECOND, span)) }
    const all = (sources ?? []).map(source => notedSourceText(source, now, writing))
    const late = all.filter(({ as }) => as !== 'now')
    return { old: late, current: all.length - late.length, asOf: away ? clock.short(heardAt ?? now) : null }
  })
  if (sources === undefined) return <FaultNote fault={fault} />
  return (
    <section className={styles.sources} aria-label={sourceTexts.title}>
      {old.map(source => (
        <OldSource key={source.name} source={source} />
      ))}
      {current > 0 && (
        <p className={styles.current}>
          {asOf === null ? tCount(sourceTexts.allNow, current) : tCount(sourceTexts.asOf, current, { time: asOf })}
        </p>
      )}
    </section>
  )
}

function OldSource({ source: { name, standing, values, more } }: { readonly source: NotedSourceText }) {
  return (
    <div className={styles.source}>
      <p className={styles.sourcesName}>
        <bdi>{name}</bdi>
      </p>
      <p className={styles.standing}>{standing}</p>
      {values.length > 0 && (
        <ul className={styles.values}>
          {values.map(one => (
            <li key={`${one.name} ${one.value}`}>
              <Trans text={sourceTexts.value} parts={{ name: <bdi>{one.name}</bdi>, value: <bdi>{one.value}</bdi> }} />
            </li>
          ))}
          {more !== '' && <li>{more}</li>}
        </ul>
      )}
    </div>
  )
}
