import { useEffect, useState } from 'react'
import { ruleOf } from '../../../shared/contract/rule-of'
import type { AlertRule } from '../../../shared/contract/rules'
import type { AlertRow } from '../../../shared/contract/views'
import { vendorName } from '../../../shared/contract/views'
import { say } from '../../../shared/words/say'
import { words } from '../../../shared/words/words'
import { useBoard, useCockpit } from '../../stores/cockpit'
import { RuleStanding } from '../../ui/rule-standing'
import { Said } from '../../ui/said'
import { Began, State } from './alert-cells'
import styles from './page-details.module.css'

const text = words.pages.details

/** An alert as its row has no room to tell: since when, who keeps it quiet, the rule that it comes from, its labels. */
export function AlertDetails({ row: listed }: { readonly row: AlertRow }) {
  const row = useWhole(listed)
  const rule = useBoard(board => ruleOf(row, board.rules))
  const feed = useBoard(board => board.feeds.find(({ connection }) => connection === row.connection))
  const { startedAt, state, hush, url, labels = {} } = row
  return (
    <div className={styles.details}>
      <p>
        <Said
          text={hush ? text.sinceHushed : text.since}
          parts={{
            state: <State state={state} hush={hush} />,
            time: <Began at={startedAt} />,
            hush,
          }}
        />
        {url !== null && (
          <>
            {' · '}
            <a href={url} target="_blank" rel="noreferrer">
              {feed === undefined ? text.openSource : say(text.open, { place: vendorName[feed.vendor] })}
            </a>
          </>
        )}
      </p>
      <section>
        <h3>{text.rule}</h3>
        {rule === undefined ? <p>{text.noRule}</p> : <Rule rule={rule} />}
      </section>
      <section>
        <h3>{text.labels}</h3>
        <dl className={styles.labels}>
          {Object.entries(labels).map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{value}</dd>
            </div>
          ))}
        </dl>
        {Object.keys(labels).length === 0 && <p>{text.none}</p>}
      </section>
    </div>
  )
}

/** A row of the list of a storm has no labels and no address: they are asked for. */
function useWhole(listed: AlertRow): AlertRow {
  const { link } = useCockpit()
  const [whole, setWhole] = useState(listed)
  useEffect(() => {
    let here = true
    if (listed.labels !== undefined) return setWhole(listed)
    void link.call('alerts:read', { alert: listed.id }).then(reply => {
      if (here && reply.ok && reply.value !== null) setWhole(reply.value)
    })
    return () => {
      here = false
    }
  }, [link, listed])
  return whole
}

function Rule({ rule }: { readonly rule: AlertRule }) {
  const { name, place, problem, url } = rule
  return (
    <>
      <p className={styles.rule}>
        <RuleStanding rule={rule} />{' '}
        {url === null ? (
          name
        ) : (
          <a href={url} target="_blank" rel="noreferrer">
            {name}
          </a>
        )}{' '}
        <span className={styles.place}>{place}</span>
      </p>
      {problem !== '' && <p role="alert">{problem}</p>}
    </>
  )
}
