import { unreadAlerts } from '../../../shared/contract/feeds'
import { numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { rowKeyOf } from '../../commands/row-keys'
import { useBoard, useCockpit, useJudge } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { reasonText } from '../../ui/fault-text'
import { FreshnessBadge } from '../../ui/freshness-badge'
import { Key } from '../../ui/key'
import { Tooltip } from '../../ui/tooltip'
import { Trans, TransCount } from '../../ui/trans'
import { isAlertFeed } from './alert-cells'
import styles from './alerts-pane.module.css'
import type { AlertView } from './use-alert-view'

const text = texts.alerts

/** The head of the pane besides the open count: what is not visible, groups or single alerts, the sources' ages. */
export function AlertsPaneAside({ view, onRules }: { readonly view: AlertView; readonly onRules: () => void }) {
  const several = useBoard(board => board.alerts.open > 1)
  const { grouped, onGrouped } = view
  return (
    <>
      <FailingSourcesChip />
      <FailingRulesChip />
      <SuppressedChip onOpen={onRules} />
      {several && (
        <Button tone="bare" onClick={() => onGrouped(!grouped)}>
          <Trans
            text={grouped ? text.toSingle : text.toGroups}
            parts={{
              key: (
                <Key quiet of="alerts">
                  {rowKeyOf.list.groups}
                </Key>
              ),
            }}
          />
        </Button>
      )}
      <AlertSources />
    </>
  )
}

/** The number of open alerts; while the rest of a storm is loading, it says so. */
export function OpenCount({ view: { grouped, missing, of } }: { readonly view: AlertView }) {
  const open = useBoard(board => Math.max(board.alerts.open, grouped ? 0 : of))
  // Only the source itself could count the alerts that it left out.
  const cut = useBoard(board => board.feeds.some(feed => isAlertFeed(feed) && feed.more === true))
  if (missing === 0) return tCount(cut ? text.openAtLeast : text.open, open)
  return tCount(text.onTheirWay, missing, { open: `${numberText(open)}${cut ? '+' : ''}` })
}

/** [FR3] Alerts that a source has and that could not be read; a press polls the sources again. */
function FailingSourcesChip() {
  const feeds = useBoard(board => board.feeds)
  const { commands } = useCockpit()
  const unread = unreadAlerts(feeds)
  if (unread === 0) return null
  const why = feeds
    .filter(feed => isAlertFeed(feed) && feed.unread !== undefined)
    .map(feed => t(text.troubled, { name: feed.name, reason: reasonText(feed) }))
    .join('; ')
  return (
    <Tooltip label={why}>
      <button
        type="button"
        className={styles.chip}
        data-tone="bad"
        aria-label={t(texts.feeds.askAgain, { feeds: why })}
        onClick={() => void commands.ask('alerts', 'feeds:refresh', {})}
      >
        {tCount(text.unread, unread)}
      </button>
    </Tooltip>
  )
}

/** [RU1] The number of failing rules: an empty list is worth nothing while the rules behind it fail. */
export function FailingRulesChip() {
  const blind = useBoard(board => board.rules.reduce((sum, book) => sum + book.blind, 0))
  const { focus } = useCockpit()
  if (blind === 0) return null
  const said = tCount(texts.alerts.blind, blind)
  return (
    <button
      type="button"
      className={styles.chip}
      data-tone="bad"
      data-gives-way
      title={said}
      onClick={() => focus.request('rules')}
    >
      {said}
    </button>
  )
}

/** Number of alerts that rules suppress; one key opens who set them. */
function SuppressedChip({ onOpen }: { readonly onOpen: () => void }) {
  const hiding = useBoard(board => board.alerts.hiding)
  if (hiding.length === 0) return null
  const alerts = hiding.reduce((sum, rule) => sum + rule.alerts, 0)
  return (
    <button type="button" className={styles.chip} onClick={onOpen}>
      <TransCount
        forms={texts.alerts.hidden}
        count={hiding.length}
        parts={{ alerts: numberText(alerts), key: <Key quiet>{keyOf('noise')}</Key> }}
      />
    </button>
  )
}

/** Age of each source's data: sources in trouble by name, healthy ones as one, since there may be many. */
function AlertSources() {
  const feeds = useBoard(board => board.feeds).filter(isAlertFeed)
  const judge = useJudge()
  const aged = feeds.map(feed => ({ feed, fresh: judge(feed) }))
  const well = aged.filter(
    ({ fresh: { state, reason } }) => (state === 'fresh' && reason === '') || state === 'not-connected',
  )
  const alone = well.length > 1 ? aged.filter(one => !well.includes(one)) : aged
  const oldest = well.toSorted((a, b) => (b.fresh.age ?? 0) - (a.fresh.age ?? 0))[0]
  return (
    <>
      {alone.map(({ feed, fresh }) => (
        <FreshnessBadge key={feed.id} label={feed.name} freshness={fresh} />
      ))}
      {well.length > 1 && oldest !== undefined && (
        <span title={well.map(({ feed }) => feed.name).join(', ')}>
          <FreshnessBadge label={tCount(texts.alerts.sources, well.length)} freshness={oldest.fresh} titled={false} />
        </span>
      )}
    </>
  )
}
