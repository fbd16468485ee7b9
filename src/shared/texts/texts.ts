import type * as english from './english'

/** One text for each plural form that a language has; `other` is in all of them. */
export type PluralForms = { readonly other: string } & { readonly [Form in Intl.LDMLPluralRule]?: string }

type Translated<Tree> = Tree extends string
  ? string
  : keyof Tree extends Intl.LDMLPluralRule
    ? PluralForms
    : { readonly [Name in keyof Tree]: Translated<Tree[Name]> }

/** What a catalogue must have; `language` is its BCP 47 tag. */
export type Texts = Translated<typeof english>

/**
 * The catalogue of the language in use. There is one so far. Read it as `texts.alerts`, never as a whole:
 * a namespace comes to the page part by part, each with the code that names it, an object would come first and at once.
 */
// biome-ignore lint/performance: a namespace that the bundler resolves name by name
export * as texts from './english'
