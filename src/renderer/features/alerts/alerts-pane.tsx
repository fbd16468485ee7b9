import { type KeyboardEvent, useCallback, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { AlertRow } from '../../../shared/contract/alert-rows'
import type { AlertGroup } from '../../../shared/domain/alerts/group'
import { numberText, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { rowKeyOf } from '../../commands/row-keys'
import { useBoard, useCockpit, useFault } from '../../stores/cockpit'
import { useFocusRequest } from '../../stores/use-focus-request'
import { Button } from '../../ui/button'
import { FaultNote } from '../../ui/fault-note'
import { Key } from '../../ui/key'
import { onDemand } from '../../ui/on-demand'
import { Pane } from '../../ui/pane'
import { panes } from '../../ui/panes'
import { Trans } from '../../ui/trans'
import { actOn } from './alert-order'
import { AlertSources, BlindChip, HiddenChip, isAlertFeed, UnreadChip } from './alert-sources'
import { AlertsTable } from './alerts-table'
import { FilterLine } from './filter-line'
import { focusFirstRow, paneElement } from './first-row'
import { GroupsTable } from './groups-table'
import { NewPages, useNewPages } from './new-pages'
import { NoAlerts, NoneShown } from './no-alerts'
import type { Taken } from './take-dialog'
import { type AlertView, useAlertView } from './use-alert-view'
import { useBulk } from './use-bulk'
import { useNoise } from './use-noise'
import { usePageKeys } from './use-page-keys'

const text = texts.alerts
const TakeDialog = onDemand(async () => (await import('./take-dialog')).TakeDialog, 'first')
const HideDialog = onDemand(async () => (await import('./hide-dialog')).HideDialog)
const PageDetailsDialog = onDemand(async () => (await import('./page-details')).PageDetailsDialog)
const PageDialog = onDemand(async () => (await import('./page-dialog')).PageDialog)
const NoiseDialog = onDemand(async () => (await import('./noise-dialog')).NoiseDialog)
const BulkDialog = onDemand(async () => (await import('./bulk-dialog')).BulkDialog)

/** Pages and alerts that are open now; each can become the incident, or be linked to the one that runs. */
export function AlertsPane() {
  const some = useBoard(board => board.alerts.open > 0)
  const several = useBoard(board => board.alerts.open > 1)
  const view = useAlertView()
  const [hiding, setHiding] = useState<AlertGroup | null>(null)
  const noise = useNoise()
  const [detailed, setDetailed] = useState<AlertRow | null>(null)
  const fault = useFault('alerts')
  const { commands, alertList } = useCockpit()
  const unread = useStore(alertList, list => list.fault)
  const { taken, act, actAll, close } = useAct()
  const { asking, press, close: closePage } = usePageKeys()
  const { plan, acknowledge, acknowledgeIn, close: closeBulk } = useBulk()
  const { asked, leave } = useFilterKey(some)
  const fresh = useNewPages()
  const linkFresh = () => void actAll(fresh).then(() => acknowledge(fresh))
  const { grouped, onGrouped, text: query } = view
  const pressed = (event: KeyboardEvent, row: AlertRow | null) => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (plain && event.key === rowKeyOf.list.groups) {
      event.preventDefault()
      onGrouped(!grouped)
    } else if (plain && event.key === rowKeyOf.list.linkNew && fresh.length > 0) {
      event.preventDefault()
      linkFresh()
    } else if (plain && row !== null && event.key === rowKeyOf.row.known) {
      event.preventDefault()
      setDetailed(row)
    } else if (plain && row !== null && event.key === rowKeyOf.list.hide) {
      event.preventDefault()
      noise.hideLike(row)
    } else if (row !== null) press(event, row)
  }
  useFocusRequest('alerts', focusFirstRow)
  useRowsForTheFocus(some)
  const busy = noise.opened || [taken, hiding, asking, plan].some(dialog => dialog !== null)
  return (
    <Pane
      {...panes.alerts}
      note={some ? <OpenWords view={view} /> : undefined}
      aside={
        <>
          <UnreadChip />
          <BlindChip />
          <HiddenChip onOpen={noise.open} />
          {several && (
            <Button tone="bare" onClick={() => onGrouped(!grouped)}>
              <Trans
                text={grouped ? text.toSingle : text.toGroups}
                parts={{ key: <Key quiet>{rowKeyOf.list.groups}</Key> }}
              />
            </Button>
          )}
          <AlertSources />
        </>
      }
      scroll={!some}
      footer={fault && !busy && <FaultNote fault={fault} onDismiss={() => commands.dismiss('alerts')} />}
    >
      {some && (asked > 0 || query !== '') && (
        <FilterLine
          text={query}
          asked={asked}
          onText={view.onText}
          found={foundWords(view)}
          onLeave={() => {
            if (query === '') leave()
            focusFirstRow()
          }}
        />
      )}
      <FaultNote fault={unread} onAgain={alertList.again} />
      <NewPages pages={fresh} onAll={linkFresh} />
      {!some && <NoAlerts />}
      {some && view.shown === 0 && <NoneShown filtered={query !== ''} grouped={grouped} />}
      {some && view.shown > 0 && !grouped && (
        <AlertsTable
          rows={view.rows}
          layout={view.layout}
          onLayout={view.onLayout}
          all={view.all}
          whole={view.missing === 0}
          chosenBy={query}
          onAct={act}
          onKey={pressed}
          onAcknowledge={acknowledge}
          onActAll={actAll}
        />
      )}
      {some && view.shown > 0 && grouped && (
        <GroupsTable
          chosenBy={query}
          fits={view.fitsGroup}
          onAct={act}
          onHide={setHiding}
          onKey={pressed}
          onAcknowledge={acknowledgeIn}
        />
      )}
      <HideDialog opened={hiding !== null} group={hiding} onClose={() => setHiding(null)} />
      <TakeDialog opened={taken !== null} taken={taken} onClose={close} />
      <PageDetailsDialog opened={detailed !== null} row={detailed} onClose={() => setDetailed(null)} />
      <PageDialog opened={asking !== null} asking={asking} onClose={closePage} />
      <NoiseDialog opened={noise.opened} draft={noise.draft} onClose={noise.close} />
      <BulkDialog opened={plan !== null} plan={plan} onClose={closeBulk} />
    </Pane>
  )
}

/** How many are open; and while the rest of a storm is on its way, that it is. */
function OpenWords({ view: { grouped, missing, of } }: { readonly view: AlertView }) {
  const open = useBoard(board => Math.max(board.alerts.open, grouped ? 0 : of))
  // What was cut, its source alone could count.
  const cut = useBoard(board => board.feeds.some(feed => isAlertFeed(feed) && feed.more === true))
  if (missing === 0) return tCount(cut ? text.openAtLeast : text.open, open)
  return tCount(text.onTheirWay, missing, { open: `${numberText(open)}${cut ? '+' : ''}` })
}

function foundWords({ shown, of, grouped }: AlertView): string {
  return tCount(grouped ? text.foundGroups : text.found, of, { shown: numberText(shown) })
}

/** The filter's line is there from its key on, until it is left empty. */
function useFilterKey(some: boolean): { readonly asked: number; readonly leave: () => void } {
  const [asked, setAsked] = useState(0)
  const ask = useCallback(() => setAsked(count => count + 1), [])
  const leave = useCallback(() => setAsked(0), [])
  useFocusRequest(some ? 'alert-filter' : null, ask)
  // The next alerts must not come with a field that takes the keyboard.
  useEffect(() => {
    if (!some) leave()
  }, [some, leave])
  return { asked: some ? asked : 0, leave }
}

function useAct(): {
  readonly taken: Taken | null
  readonly act: (row: AlertRow) => void
  /** Links all of them that are not linked; without an incident one is declared from the first. */
  readonly actAll: (rows: readonly AlertRow[]) => Promise<void>
  readonly close: () => void
} {
  const { commands, incident } = useCockpit()
  const [taken, setTaken] = useState<Taken | null>(null)
  const actAll = useCallback(
    async (rows: readonly AlertRow[]) => {
      const open = incident.getState().record?.incident
      const [row, ...others] = rows.filter(each => actOn(each, open) !== 'linked')
      if (row === undefined) return
      if (actOn(row, open) === 'take') return setTaken({ row, others })
      // In order, so that the timeline tells them as they stood.
      for (const { id } of [row, ...others]) await commands.send('alerts', 'incident:link-page', { alert: id })
    },
    [commands, incident],
  )
  const act = useCallback((row: AlertRow) => void actAll([row]), [actAll])
  const close = useCallback(() => setTaken(null), [])
  return { taken, act, actAll, close }
}

/** Whoever came to the empty list waits for what comes: the first rows take over the focus that the list itself holds. */
function useRowsForTheFocus(some: boolean): void {
  useEffect(() => {
    if (some && document.activeElement === paneElement()) focusFirstRow()
  }, [some])
}
