import { useEffect, useRef } from 'react'
import type { AlertAbout, AlertLink, WholeAlert } from '../../../shared/contract/alert-about'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import { ruleOf } from '../../../shared/contract/rule-of'
import type { AlertRule } from '../../../shared/contract/rules'
import { vendorName } from '../../../shared/contract/vendors'
import type { AlertLinkKind } from '../../../shared/domain/described-alert'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useBoard } from '../../stores/cockpit'
import { type Read, useRead } from '../../stores/use-read'
import { FaultNote } from '../../ui/fault-note'
import { problemText } from '../../ui/fault-text'
import { isField } from '../../ui/is-field'
import { Key } from '../../ui/key'
import { OutsideLink } from '../../ui/outside-link'
import { RuleTag } from '../../ui/rule-tag'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import { BeganCell, StateCell } from './alert-cells'
import styles from './alert-details.module.css'
import { ServiceOfAlert } from './service-of-alert'

const text = texts.pages.details

export interface ReadAlert extends Pick<Read<WholeAlert | null>, 'fault' | 'again'> {
  readonly row: WholeAlert
  /** It is no longer open: `row` is its last state. */
  readonly isOver: boolean
}

/** The complete alert, read again with each change of the alerts: a row in a storm has neither labels nor an address. */
export function useWholeAlert(listed: AlertRow): ReadAlert {
  const alerts = useBoard(board => board.alerts)
  const { value, fault, again } = useRead('alerts:read', { alert: listed.id }, alerts)
  // [AL15] The engine decides whether plain http may be opened.
  const known = { ...listed, url: listed.url?.startsWith('https://') ? listed.url : null, about: null }
  return { row: value ?? known, isOver: value === null, fault, again }
}

/** What an alert's row has no room for: start time, who silenced it, its rule, its labels. */
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
        <span className={textStyles.quiet}>{place}</span>
      </p>
      {problem !== '' && <p role="alert">{problem}</p>}
    </>
  )
}

/** [AL14] The description from an alert's source, as plain text, never as markup. */
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
                {'refused' in fact && fact.refused && <span className={textStyles.quiet}> {text.links.refused}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

const linkTexts = texts.pages.details.links

/** [AL15] Every link of an alert, as a button that opens it in the browser, each with its key. */
export function AlertLinks({ links }: { readonly links: readonly AlertLink[] }) {
  const here = useRef<HTMLElement>(null)
  const some = links.length > 0
  useEffect(() => {
    if (!some) return
    const dialog = here.current?.closest<HTMLElement>('[role="dialog"]')
    const press = (event: KeyboardEvent) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.repeat
      if (!plain || event.defaultPrevented || isField(event.target)) return
      const anchors = here.current?.querySelectorAll<HTMLAnchorElement>('a[data-letter]') ?? []
      const anchor = [...anchors].find(({ dataset }) => dataset.letter === event.key)
      if (anchor === undefined) return
      event.preventDefault()
      // Both hosts check a link's target when it is followed.
      anchor.click()
    }
    dialog?.addEventListener('keydown', press)
    return () => dialog?.removeEventListener('keydown', press)
  }, [some])
  if (!some) return null
  return (
    <nav ref={here} className={styles.links} aria-label={linkTexts.title}>
      {letteredLinks(links).map(({ letter, link }) => (
        <OutsideLink key={link.url} url={link.url} title={link.url} data-letter={letter}>
          <bdi>{nameOf(link)}</bdi>
          {link.kind !== 'vendor' && <span className={styles.host}>{new URL(link.url).host}</span>}
          {letter !== undefined && <Key quiet>{letter}</Key>}
        </OutsideLink>
      ))}
    </nav>
  )
}

const kindNames: Readonly<Partial<Record<AlertLinkKind, string>>> = linkTexts.kinds

function nameOf({ kind, name }: AlertLink): string {
  if (kind === 'vendor') return t(texts.pages.details.open, { place: name })
  return kindNames[kind] ?? name
}

interface LetteredLink {
  /** Undefined: there are more links than letters. */
  readonly letter: string | undefined
  readonly link: AlertLink
}

const letters: Readonly<Record<AlertLinkKind, string>> = {
  vendor: 'o',
  runbook: 'r',
  dashboard: 'd',
  panel: 'p',
  graph: 'g',
  silence: 's',
  other: '',
}
/** Without letters that look like a digit. */
const otherLetters = 'abcefhijkmntuvwxyz'

/** Each address once; the first of a kind has the letter of its kind, the others get the remaining letters. */
function letteredLinks(links: readonly AlertLink[]): readonly LetteredLink[] {
  const apart = [...new Map(links.toReversed().map(link => [link.url, link])).values()].toReversed()
  const taken = new Set<AlertLinkKind>()
  let next = 0
  return apart.map(link => {
    const first = link.kind !== 'other' && !taken.has(link.kind)
    taken.add(link.kind)
    return { link, letter: first ? letters[link.kind] : otherLetters[next++] }
  })
}
