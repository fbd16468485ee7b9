import type { ReactNode } from 'react'
import { outsideAddress } from '../../shared/domain/outside-address'

export interface OutsideLinkProps {
  /** A URL from a vendor, a file or a person. */
  readonly url: string | null | undefined
  readonly className?: string | undefined
  readonly title?: string
  readonly children: ReactNode
  /** Shown if the address must not be opened; absent: its text. */
  readonly otherwise?: ReactNode
  /** The key that presses it, for the surrounding element that handles keys. */
  readonly 'data-letter'?: string | undefined
}

/** [OA1] The only way out of the cockpit: every link uses it, and an address that must not be opened stays text. */
export function OutsideLink({ url, children, otherwise = children, ...rest }: OutsideLinkProps) {
  const address = outsideAddress(url)
  if (address === null) return otherwise
  return (
    <a {...rest} href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
