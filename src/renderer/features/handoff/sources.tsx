import { type NotedWords, notedWords } from '../../../shared/contract/noted-words'
import { MINUTE, SECOND } from '../../../shared/lib/time'
import { sayCount } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useNow } from '../../stores/cockpit'
import { useRead } from '../../stores/use-read'
import { useClockFace } from '../../ui/clock-face'
import { FaultNote } from '../../ui/fault-note'
import { Said } from '../../ui/said'
import { saySpan } from '../../ui/say-span'
import styles from './sources.module.css'

const texts = words.handoff.sources

/** What the engine knows turns older between two looks: seldom enough for an engine in a storm. */
const EACH = MINUTE / 2

/** [HC3] What the document would say of other systems: what cannot be reached now with its values, the rest in one line. */
export function Sources() {
  const now = useNow()
  const clock = useClockFace()
  const { value: sources, fault } = useRead('handoff:sources', {}, Math.floor(now / EACH))
  if (sources === undefined) return <FaultNote fault={fault} />
  const writing = { texts, time: clock.short, span: (span: number) => saySpan(Math.max(SECOND, span)) }
  const all = sources.map(source => notedWords(source, now, writing))
  const old = all.filter(({ as }) => as !== 'now')
  const current = all.length - old.length
  return (
    <section className={styles.sources} aria-label={texts.title}>
      {old.map(source => (
        <OldSource key={source.name} source={source} />
      ))}
      {current > 0 && <p className={styles.current}>{sayCount(texts.allNow, current)}</p>}
    </section>
  )
}

function OldSource({ source: { name, standing, values, more } }: { readonly source: NotedWords }) {
  return (
    <div className={styles.source}>
      <p className={styles.name}>
        <bdi>{name}</bdi>
      </p>
      <p className={styles.standing}>{standing}</p>
      {values.length > 0 && (
        <ul className={styles.values}>
          {values.map(one => (
            <li key={`${one.name} ${one.value}`}>
              <Said text={texts.value} parts={{ name: <bdi>{one.name}</bdi>, value: <bdi>{one.value}</bdi> }} />
            </li>
          ))}
          {more !== '' && <li>{more}</li>}
        </ul>
      )}
    </div>
  )
}
