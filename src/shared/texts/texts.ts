import { english } from './english'

/** One text for each plural form that a language has; `other` is in all of them. */
export type PluralForms = { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule]?: string }

type Translated<Tree> = Tree extends string
  ? string
  : keyof Tree extends Intl.LDMLPluralRule
    ? PluralForms
    : { readonly [Name in keyof Tree]: Translated<Tree[Name]> }

/** What a catalogue must have; `language` is its BCP 47 tag. */
export type Texts = Translated<typeof english>

/** The catalogue of the language that the screen speaks. There is one so far. */
export const texts: Texts = english
