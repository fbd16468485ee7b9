import type { AlertAbout, WholeAlert } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { ruleOf } from '../../../shared/contract/rule-of'
import type { AlertRule } from '../../../shared/contract/rules'
import { vendorName } from '../../../shared/contract/vendors'
import { texts } from '../../../shared/texts/texts'
import { useBoard } from '../../stores/cockpit'
import { type Read, useRead } from '../../stores/use-read'
import { FaultNote } from '../../ui/fault-note'
import { problemText } from '../../ui/fault-text'
import { OutsideLink } from '../../ui/outside-link'
import { RuleTag } from '../../ui/rule-tag'
import { Trans } from '../../ui/trans'
import { BeganCell, StateCell } from './alert-cells'
import styles from './alert-details.module.css'
import { AlertLinks } from './alert-links'
import { ServiceOfAlert } from './service-of-alert'

const text = texts.pages.details

export interface ReadAlert extends Pick<Read<WholeAlert | null>, 'fault' | 'again'> {
  readonly row: WholeAlert
  /** It is no longer open: `row` is what its row said last. */
  readonly isOver: boolean
}

/**
 * The whole of an alert, read anew with each change of the alerts: a row in a storm has neither labels nor an address.
 */
export function useWholeAlert(listed: AlertRow): ReadAlert {
  const alerts = useBoard(board => board.alerts)
  const { value, fault, again } = useRead('alerts:read', { alert: listed.id }, alerts)
  // [AL15] Whether plain http may be opened, the engine says.
  const known = { ...listed, url: listed.url?.startsWith('https://') ? listed.url : null, about: null }
  return { row: value ?? known, isOver: value === null, fault, again }
}

/** What an alert's row has no room for: since when, who silenced it, the rule that it comes from, its labels. */
export function AlertDetails({ row: listed }: { readonly row: AlertRow }) {
  const { row, isOver, fault, again } = useWholeAlert(listed)
  const rule = useBoard(board => ruleOf(row, board.rules))
  const feed = useBoard(board => board.feeds.find(({ connection }) => connection === row.connection))
  const { connection, startedAt, state, hush, url, labels = {}, about } = row
  const place = feed === undefined ? text.itsSource : vendorName[feed.vendor]
  const own = url === null ? null : { kind: 'vendor' as const, name: place, url }
  return (
    <div className={styles.details}>
      <p>
        <Trans
          text={hush ? text.sinceHushed : text.since}
          parts={{
            state: <StateCell state={state} hush={hush} source={connection} />,
            time: <BeganCell at={startedAt} />,
            hush,
          }}
        />
      </p>
      {isOver && <p role="status">{text.over}</p>}
      <FaultNote fault={fault} onAgain={again} />
      <AlertLinks links={[...(own === null ? [] : [own]), ...(about?.links ?? [])]} />
      <ServiceOfAlert called={row.service} />
      {about !== null && <AboutAlert about={about} condition={rule?.query} />}
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

function Rule({ rule }: { readonly rule: AlertRule }) {
  const { name, place, url } = rule
  const problem = problemText(rule)
  return (
    <>
      <p>
        <RuleTag rule={rule} /> <OutsideLink url={url}>{name}</OutsideLink>{' '}
        <span className={styles.place}>{place}</span>
      </p>
      {problem !== '' && <p role="alert">{problem}</p>}
    </>
  )
}

/** [AL14] What an alert's source says about it, as plain text, never as markup. */
export function AboutAlert({
  about,
  condition = '',
}: {
  readonly about: AlertAbout
  readonly condition?: string | undefined
}) {
  const { description, impact, value, threshold, facts } = about
  const told = [
    { name: text.about.impact, text: impact },
    { name: text.about.value, text: value },
    { name: text.about.threshold, text: threshold },
    { name: text.about.condition, text: condition },
    ...facts.map(fact => ({ name: fact.name, text: fact.text, refused: fact.refused })),
  ].filter(fact => fact.text !== '')
  return (
    <>
      {description !== '' && (
        <p className={styles.description} dir="auto">
          {description}
        </p>
      )}
      {told.length > 0 && (
        <dl className={styles.labels}>
          {told.map(fact => (
            <div key={`${fact.name} ${fact.text}`}>
              <dt dir="auto" title={fact.name}>
                {fact.name}
              </dt>
              <dd dir="auto">
                {fact.text}
                {'refused' in fact && fact.refused && <span className={styles.place}> {text.links.refused}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
