import { Fragment, type ReactNode } from 'react'
import { numberText, pluralForm } from '../../shared/texts/t'
import type { PluralForms } from '../../shared/texts/texts'

export interface TransProps {
  /** From the catalogue: `{name}` is replaced by what `parts` has under that name. */
  readonly text: string
  readonly parts: Readonly<Record<string, ReactNode>>
}

/** A text with more than letters in it: a key, a name that may be written from right to left, a time that counts. */
export function Trans({ text, parts }: TransProps) {
  // Odd pieces are the names between the braces.
  const pieces = text.split(/\{(\w+)\}/).map((piece, at) => ({ piece, at }))
  return pieces.map(({ piece, at }) => (
    <Fragment key={at}>{at % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)}</Fragment>
  ))
}

export interface TransCountProps extends Omit<TransProps, 'text'> {
  readonly forms: PluralForms
  /** Chooses the form, and replaces `{count}`. */
  readonly count: number
}

/** As `Trans`, in the form that goes with a number. */
export function TransCount({ forms, count, parts }: TransCountProps) {
  return <Trans text={pluralForm(forms, count)} parts={{ count: numberText(count), ...parts }} />
}
