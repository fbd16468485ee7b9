import { Fragment, type ReactNode } from 'react'
import { formOf, sayNumber } from '../../shared/words/say'
import type { Forms } from '../../shared/words/words'

export interface SaidProps {
  /** From the catalogue: `{name}` stands for what `parts` has under that name. */
  readonly text: string
  readonly parts: Readonly<Record<string, ReactNode>>
}

/** A text with more than letters in it: a key, a name that may be written from right to left, a time that counts. */
export function Said({ text, parts }: SaidProps) {
  // Odd pieces are the names between the braces.
  const pieces = text.split(/\{(\w+)\}/).map((piece, at) => ({ piece, at }))
  return pieces.map(({ piece, at }) => (
    <Fragment key={at}>{at % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)}</Fragment>
  ))
}

export interface SaidCountProps extends Omit<SaidProps, 'text'> {
  readonly forms: Forms
  /** Chooses the form, and stands for `{count}`. */
  readonly count: number
}

/** As `Said`, in the form that goes with a number. */
export function SaidCount({ forms, count, parts }: SaidCountProps) {
  return <Said text={formOf(forms, count)} parts={{ count: sayNumber(count), ...parts }} />
}
