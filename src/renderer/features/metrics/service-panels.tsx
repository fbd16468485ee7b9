import { useCallback, useMemo, useState } from 'react'
import type { Answer, Input } from '../../../shared/contract/calls'
import type { DashboardView } from '../../../shared/contract/dashboards'
import type { PanelReading } from '../../../shared/contract/metrics'
import { nameKey } from '../../../shared/domain/alerts/facts'
import type { Incident } from '../../../shared/domain/incident'
import { type CatalogueService, servicesOfIncident } from '../../../shared/domain/service-catalogue'
import { tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useBoard, useCockpit, useRecord } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { useOnce } from '../../stores/use-once'
import { useRead } from '../../stores/use-read'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'

/** A dashboard of one of the incident's services, and the Grafana that it is read through. */
interface ServiceDashboard {
  readonly service: Pick<CatalogueService, 'id' | 'panels'>
  readonly from: Extract<Input<'dashboards:open'>['from'], { readonly kind: 'grafana' }>
}

/** If the catalogue names no panels: the first ones, where dashboards usually have their golden signals. */
const MOST_UNNAMED = 4

/**
 * [SY6] The panels that the catalogue lists for the incident's services, one service at a time; one press or its key
 * pins them.
 */
export function ServicePanels() {
  const incident = useRecord(record => record.incident)
  return incident === undefined || incident.status === 'resolved' ? null : <OfIncident incident={incident} />
}

function OfIncident({ incident }: { readonly incident: Incident }) {
  const catalogue = useRead('services:names', {}).value?.catalogue
  const connections = useRead('connections:list', {}).value
  const { services, pages } = incident
  const found = useMemo(
    () =>
      catalogue === undefined || connections === undefined
        ? []
        : dashboardsOf(catalogue, connections, { services, pages }),
    [catalogue, connections, services, pages],
  )
  return <FirstOffer dashboards={found} />
}

/** The first dashboard that still has something to pin; an unreadable dashboard is no news here. */
function FirstOffer({ dashboards }: { readonly dashboards: readonly ServiceDashboard[] }) {
  const [first, ...others] = dashboards
  return first === undefined ? null : <Offer key={first.from.uid} first={first} others={others} />
}

interface OfferProps {
  readonly first: ServiceDashboard
  readonly others: readonly ServiceDashboard[]
}

function Offer({ first: { service, from }, others }: OfferProps) {
  const input = useMemo(() => ({ from, chosen: {} }), [from])
  const { value: view, fault } = useRead('dashboards:open', input)
  const pinned = useBoard(board => board.panels)
  // Copies of a repeated panel have titles of their own: only the engine knows that all of them are pinned.
  const [nothingNew, setNothingNew] = useState('')
  const keys = view === undefined ? '' : panelsToPin(view, service.panels, pinned).join(' ')
  if (view === undefined && fault === undefined) return null
  if (keys === '' || keys === nothingNew) return <FirstOffer dashboards={others} />
  return <PinButton service={service.id} from={from} keys={keys} onNothingNew={setNothingNew} />
}

interface PinButtonProps extends Pick<ServiceDashboard, 'from'> {
  readonly service: string
  /** Of the panels, with a space between them. */
  readonly keys: string
  readonly onNothingNew: (keys: string) => void
}

function PinButton({ service, from, keys, onNothingNew }: PinButtonProps) {
  const { commands } = useCockpit()
  const once = useOnce()
  const panels = useMemo(() => keys.split(' '), [keys])
  const pin = useCallback(
    () =>
      void once('pin', async () => {
        const reply = await commands.ask('metrics', 'dashboards:pin', { from, chosen: {}, panels })
        if (reply.ok && reply.value.pinned === 0) onNothingNew(keys)
      }),
    [commands, once, from, panels, keys, onNothingNew],
  )
  useCommand('service-panels', pin)
  return (
    <Button onClick={pin}>
      <span dir="auto">
        <Trans
          text={tCount(texts.metrics.pinOfService, panels.length, { service })}
          parts={{ key: <Key quiet>{keyOf('service-panels')}</Key> }}
        />
      </span>
    </Button>
  )
}

/** By the address of each dashboard: of several Grafanas, the one that it belongs to. */
export function dashboardsOf(
  catalogue: readonly CatalogueService[],
  connections: Answer<'connections:list'>,
  incident: Pick<Incident, 'services' | 'pages'>,
): readonly ServiceDashboard[] {
  const grafanas = connections.flatMap(({ connection }) => (connection.vendor === 'grafana' ? [connection] : []))
  const only = grafanas.length === 1 ? grafanas[0] : undefined
  return servicesOfIncident(catalogue, incident).flatMap(({ service }) =>
    (service?.dashboards ?? []).flatMap(({ url }) => {
      const address = URL.parse(url)
      const uid = /\/d\/([\w-]{1,64})(?:\/|$)/.exec(address?.pathname ?? '')?.[1]
      const through = grafanas.find(({ baseUrl }) => URL.parse(baseUrl)?.origin === address?.origin) ?? only
      if (service === undefined || uid === undefined || through === undefined) return []
      return [{ service, from: { kind: 'grafana' as const, connection: through.id, uid } }]
    }),
  )
}

/**
 * Keys of the panels that the catalogue names, else of the first ones; without pinned ones and those that cannot be
 * pinned.
 */
export function panelsToPin(
  { title, rows }: DashboardView,
  named: readonly string[],
  pinned: readonly Pick<PanelReading, 'title' | 'from'>[],
): readonly string[] {
  const wanted = new Set(named.map(nameKey))
  const able = rows.flatMap(row => row.panels.filter(({ reason, text }) => reason === '' && text === undefined))
  const chosen = named.length === 0 ? able.slice(0, MOST_UNNAMED) : able.filter(one => wanted.has(nameKey(one.title)))
  const isPinned = (panel: string) => pinned.some(one => one.title === panel && one.from === title)
  return chosen.flatMap(panel => (isPinned(panel.title) ? [] : [panel.key]))
}
