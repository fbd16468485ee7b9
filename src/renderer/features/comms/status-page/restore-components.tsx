import { useCallback } from 'react'
import type { StatusPage } from '../../../../shared/contract/status-pages'
import type { Incident } from '../../../../shared/domain/incident'
import { changedComponents, isWorse } from '../../../../shared/domain/restore-components'
import type { VendorRequest } from '../../../../shared/domain/vendor-request'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useBoard } from '../../../stores/cockpit'
import { useCommand } from '../../../stores/use-command'
import { useOnce } from '../../../stores/use-once'
import { useOutboxActions } from '../../../stores/use-outbox-actions'
import { Button } from '../../../ui/button'
import { Key } from '../../../ui/key'
import { Trans } from '../../../ui/trans'
import styles from './status-page.module.css'

const text = texts.comms.setBack

/**
 * After the incident: the components that it left changed on the page, and the one key that restores them. Nothing if
 * none is left.
 */
export function RestoreOffer({ incident }: { readonly incident: Incident }) {
  const pages = useBoard(board => board.pages)
  const offers = restoreOffers(incident, pages)
  return offers.length === 0 ? null : <Offer offers={offers} />
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

function Offer({ offers }: { readonly offers: readonly ComponentsSet[] }) {
  const { ask } = useOutboxActions('comms')
  const once = useOnce()
  const setBack = useCallback(
    () => once('set-back', () => Promise.all(offers.map(offer => ask(offer)))),
    [ask, offers, once],
  )
  useCommand('set-back', setBack)
  return (
    <section className={styles.offer} aria-label={text.title}>
      <p>
        <Trans text={text.still} parts={{ components: <Changed offers={offers} /> }} />
      </p>
      <Button onClick={setBack}>
        <Trans text={text.submit} parts={{ key: <Key quiet>{keyOf('set-back')}</Key> }} />
      </Button>
    </section>
  )
}

function Changed({ offers }: { readonly offers: readonly ComponentsSet[] }) {
  return offers
    .flatMap(({ components }) => components)
    .map(({ id, name, before }, at) => (
      <span key={id}>
        {at > 0 && ', '}
        <Trans
          text={text.component}
          parts={{
            name: <bdi>{name}</bdi>,
            status: <strong>{before === undefined ? '' : texts.comms.components[before]}</strong>,
          }}
        />
      </span>
    ))
}
