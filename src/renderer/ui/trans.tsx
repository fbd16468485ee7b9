import { Fragment, type ReactNode } from 'react'
import { numberText, pluralForm } from '../../shared/texts/t'
import type { PluralForms } from '../../shared/texts/texts'

export interface TransProps {
  /** From the catalogue: `{name}` is replaced by the part of that name. */
  readonly text: string
  readonly parts: Readonly<Record<string, ReactNode>>
}

/** A text with more than letters in it: a key, a name that may run from right to left, a ticking time. */
export function Trans({ text, parts }: TransProps) {
  // Odd pieces are the names between the braces.
  const pieces = text.split(/\{(\w+)\}/).map((piece, at) => ({ piece, at }))
  return pieces.map(({ piece, at }) => (
    <Fragment key={at}>{at % 2 === 0 ? piece : (parts[piece] ?? `{${piece}}`)}</Fragment>
  ))
}

export interface TransCountProps extends Omit<TransProps, 'text'> {
  readonly forms: PluralForms
  /** Chooses the plural form, and replaces `{count}`. */
  readonly count: number
}

/** Like `Trans`, in the plural form of a number. */
export function TransCount({ forms, count, parts }: TransCountProps) {
  return <Trans text={pluralForm(forms, count)} parts={{ count: numberText(count), ...parts }} />
}
