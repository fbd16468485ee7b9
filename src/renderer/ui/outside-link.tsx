import type { ReactNode } from 'react'
import { outsideAddress } from '../../shared/domain/outside-address'

export interface OutsideLinkProps {
  /** A URL from a vendor, a file or a person. */
  readonly url: string | null | undefined
  readonly className?: string | undefined
  readonly title?: string
  readonly children: ReactNode
  /** What is shown where the address is none that is opened; left out: its text. */
  readonly otherwise?: ReactNode
  /** The key that presses it, for the element around it that handles keys. */
  readonly 'data-letter'?: string | undefined
}

/** [OA1] The one way out of the cockpit: every link of the screen is this one, and what it may not open stays a text. */
export function OutsideLink({ url, children, otherwise = children, ...rest }: OutsideLinkProps) {
  const address = outsideAddress(url)
  if (address === null) return otherwise
  return (
    <a {...rest} href={address} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}
