import { useStore } from 'zustand'
import { type NotedSourceText, notedSourceText } from '../../../shared/contract/noted-source-text'
import { MINUTE, SECOND } from '../../../shared/lib/time'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useEngineAway, useNow } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { spanText } from '../../ui/span-text'
import { Trans } from '../../ui/trans'
import styles from './handoff-pane.module.css'

const sourceTexts = texts.handoff.sources

/** Interval between reads: rare enough for an engine in an alert storm. */
const EACH = MINUTE / 2

/** [HC3] What the document would say about other systems: unreachable ones with their last values, the rest in a line. */
export function Sources() {
  const now = useNow()
  const clock = useClockFace()
  const away = useEngineAway()
  const heardAt = useStore(useCockpit().now, state => state.heardAt)
  const { value: sources, fault } = useRead('handoff:sources', {}, Math.floor(now / EACH))
  if (sources === undefined) return <FaultNote fault={fault} />
  const writing = { texts: sourceTexts, time: clock.short, span: (span: number) => spanText(Math.max(SECOND, span)) }
  const all = sources.map(source => notedSourceText(source, now, writing))
  const old = all.filter(({ as }) => as !== 'now')
  const current = all.length - old.length
  return (
    <section className={styles.sources} aria-label={sourceTexts.title}>
      {old.map(source => (
        <OldSource key={source.name} source={source} />
      ))}
      {current > 0 && (
        <p className={styles.current}>
          {away
            ? tCount(sourceTexts.asOf, current, { time: clock.short(heardAt ?? now) })
            : tCount(sourceTexts.allNow, current)}
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
