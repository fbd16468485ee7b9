import type { VendorCopy } from '../../shared/domain/update'
import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import styles from './notes.module.css'
import { OutsideLink } from './outside-link'

const text = texts.ui.twice

export interface PublishedTwiceProps {
  readonly copies: readonly VendorCopy[]
  /** The system or channel that has the copies. */
  readonly vendor: string
}

/** [OB21] The copies of one item at a vendor, and what to do: a person deletes all but one there. */
export function PublishedTwice({ copies, vendor }: PublishedTwiceProps) {
  return (
    <div className={styles.twice}>
      <ul className={styles.copies} aria-label={text.copies}>
        {copies.map((copy, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: copies may share an id, and their list never changes
          <li key={index}>
            <Copy copy={copy} at={index + 1} />
          </li>
        ))}
      </ul>
      <p>{t(text.wayOut, { vendor })}</p>
    </div>
  )
}

function Copy({ copy: { externalId, url }, at }: { readonly copy: VendorCopy; readonly at: number }) {
  const label = t(text.copy, { number: String(at), id: externalId })
  return (
    <OutsideLink url={url} otherwise={<span>{label}</span>}>
      {label}
    </OutsideLink>
  )
}
