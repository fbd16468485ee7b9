import { texts } from '../../../../shared/texts/texts'
import styles from '../line-input.module.css'
import type { Completing } from './use-completion'

/** Ties a field to its offers for screen readers. */
export function offersOf(list: string, { completion, chosen }: Completing) {
  if (completion === undefined) return { 'aria-autocomplete': 'list' } as const
  return {
    'aria-autocomplete': 'list',
    'aria-controls': list,
    'aria-activedescendant': offerId(list, chosen),
  } as const
}

function offerId(list: string, index: number): string {
  return `${list}-${index}`
}

/** Completions of the mark being typed. It covers the list, so that nothing moves. */
export function OfferList({ id, completing, below }: { id: string; completing: Completing; below?: boolean }) {
  const { completion, chosen, take } = completing
  if (completion === undefined) return null
  return (
    <div
      className={styles.offers}
      role="listbox"
      id={id}
      aria-label={texts.completion.list}
      data-below={below === true}
    >
      {completion.offers.map((offer, index) => (
        <div
          key={offer.insert}
          id={offerId(id, index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === chosen}
          className={styles.offer}
          // Before the field loses the focus.
          onPointerDown={event => {
            event.preventDefault()
            take(offer)
          }}
        >
          <span className={styles.insert}>{offer.insert}</span>
          <span className={styles.detail}>{offer.detail}</span>
          {index === chosen && <kbd className={styles.key}>Tab</kbd>}
        </div>
      ))}
    </div>
  )
}
