import { english } from './english'

/** One text for each plural form that a language has; `other` is in all of them. */
export type Forms = { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule]?: string }

type Texts<Tree> = Tree extends string
  ? string
  : keyof Tree extends Intl.LDMLPluralRule
    ? Forms
    : { readonly [Name in keyof Tree]: Texts<Tree[Name]> }

/** What a catalogue must have; `language` is its BCP 47 tag. */
export type Words = Texts<typeof english>

/** The catalogue of the language that the screen speaks. There is one so far. */
export const words: Words = english
