import { useState } from 'react'
import type { StatusPage } from '../../../../shared/contract/status-pages'
import type { Incident } from '../../../../shared/domain/incident'
import { changedComponents, type HeldBack, isWorse } from '../../../../shared/domain/restore-components'
import type { ComponentStatus } from '../../../../shared/domain/update'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useBoard } from '../../../stores/cockpit'
import { useCommand } from '../../../stores/use-command'
import { useOnce } from '../../../stores/use-once'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { Button } from '../../../ui/button'
import { FaultNote } from '../../../ui/fault-note'
import { Key } from '../../../ui/key'
import { Trans, TransCount } from '../../../ui/trans'
import styles from './status-page.module.css'
import { heldBackText, useHeldBack } from './use-held-back'

const text = texts.comms.setBack

/**
 * After the incident: the components that it left changed on the page, and the one key that restores them. Nothing if
 * none is left.
 */
export function RestoreOffer({ incident }: { readonly incident: Incident }) {
  const pages = useBoard(board => board.pages)
  const offers = restoreOffers(incident, pages)
  return offers.length === 0 ? null : <Offer incident={incident} offers={offers} />
}

type ComponentsSet = Extract<VendorRequest, { readonly kind: 'components-set' }>

/**
 * [SB2] Offered once an incident is resolved: its components that customers still see worse than before it. Not offered
 * while components of that page are already being sent, nor if the page has not been read.
 */
function restoreOffers(incident: Incident, pages: readonly StatusPage[]): readonly ComponentsSet[] {
  if (incident.status !== 'resolved') return []
  return pages.flatMap(page => {
    if (isOnItsWay(incident, page)) return []
    const components = changedComponents(incident, page.connection).flatMap(({ id, to }) => {
      const shown = page.components.find(component => component.id === id)
      return shown === undefined || !isWorse(shown.status, to)
        ? []
        : [{ id, name: shown.name, status: to, before: shown.status }]
    })
    return components.length === 0 ? [] : [{ kind: 'components-set', connection: page.connection, components }]
  })
}

function isOnItsWay({ acts }: Incident, { connection }: StatusPage): boolean {
  return acts.some(
    ({ what, standing }) =>
      what.kind === 'components-set' && what.connection === connection && standing.state === 'waiting',
  )
}

function Offer({ incident, offers }: { readonly incident: Incident; readonly offers: readonly ComponentsSet[] }) {
  const { ask } = useOutboxActions('comms')
  const once = useOnce()
  const pages = useBoard(board => board.pages)
  const { held, unread, fault, again } = useHeldBack(incident, pages)
  // Absent: as the facts say, which may change while it is offered.
  const [chosen, setChosen] = useState<Readonly<Record<string, boolean>>>({})
  const isTicked = (id: string) => chosen[id] ?? !held.has(id)
  const ticked = offers.flatMap(offer => {
    const components = offer.components.filter(({ id }) => isTicked(id))
    return components.length === 0 ? [] : [{ ...offer, components }]
  })
  const setBack = () => once('set-back', () => Promise.all(ticked.map(offer => ask(offer))))
  useCommand(ticked.length === 0 ? null : 'set-back', setBack)
  return (
    <section className={styles.offer} aria-label={text.title}>
      <div className={styles.offerHead}>
        <p>{text.still}</p>
        <Button onClick={setBack} disabled={ticked.length === 0}>
          <Trans text={text.submit} parts={{ key: <Key quiet>{keyOf('set-back')}</Key> }} />
        </Button>
      </div>
      {offers
        .flatMap(({ components }) => components)
        .map(component => (
          // The pane is on the first page, which a library's checkbox would make larger.
          <label key={component.id} className={styles.offered}>
            <input
              type="checkbox"
              checked={isTicked(component.id)}
              onChange={event => setChosen({ ...chosen, [component.id]: event.currentTarget.checked })}
            />
            <span>
              <Changed component={component} />
              <Reason why={held.get(component.id)} />
            </span>
          </label>
        ))}
      {unread > 0 && (
        <p>
          <TransCount forms={text.unread} count={unread} parts={{}} />
        </p>
      )}
      <FaultNote fault={fault} onAgain={again} />
    </section>
  )
}

function Reason({ why }: { readonly why: HeldBack | undefined }) {
  return why && <span className={styles.reason}>{heldBackText(why)}</span>
}

function Changed({ component: { name, before, status } }: { readonly component: ComponentsSet['components'][number] }) {
  const word = (one: ComponentStatus | undefined) => (one === undefined ? '' : texts.comms.components[one])
  const parts = { name: <bdi>{name}</bdi>, before: <strong>{word(before)}</strong>, status: word(status) }
  return <Trans text={text.back} parts={parts} />
}
