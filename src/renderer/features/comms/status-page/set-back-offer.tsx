import { useCallback } from 'react'
import type { Incident } from '../../../../shared/domain/incident'
import { texts } from '../../../../shared/texts/texts'
import { keyOf } from '../../../commands/command-list'
import { useBoard } from '../../../stores/cockpit'
import { useActs } from '../../../stores/use-acts'
import { useFocusRequest } from '../../../stores/use-focus-request'
import { useOnce } from '../../../stores/use-once'
import { Button } from '../../../ui/button'
import { Key } from '../../../ui/key'
import { Trans } from '../../../ui/trans'
import { type ComponentsSet, setBackOffers } from './set-back'
import styles from './set-back-offer.module.css'

const text = texts.comms.setBack

/** After the incident: what it left on the page, and the one key that sets it back. Nothing where nothing is left. */
export function SetBackOffer({ incident }: { readonly incident: Incident }) {
  const pages = useBoard(board => board.pages)
  const offers = setBackOffers(incident, pages)
  return offers.length === 0 ? null : <Offer offers={offers} />
}

function Offer({ offers }: { readonly offers: readonly ComponentsSet[] }) {
  const { ask } = useActs('comms')
  const once = useOnce()
  const setBack = useCallback(
    () => once('set-back', () => Promise.all(offers.map(offer => ask(offer)))),
    [ask, offers, once],
  )
  useFocusRequest('set-back', setBack)
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
