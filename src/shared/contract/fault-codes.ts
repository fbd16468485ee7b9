import type { faultTexts } from '../texts/english/faults'

/** [FA1] Why something was refused, for the code that words it; each has a text in the catalogue. */
export type FaultCode = keyof typeof faultTexts

/** `{name}` and `{letters}` of a text: the names of what has to come with its code. */
type Holes<Text> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never
type TextOf<Code extends FaultCode> = (typeof faultTexts)[Code] extends { readonly other: infer Text }
  ? Text
  : (typeof faultTexts)[Code]
type FaultValues<Code extends FaultCode> = Readonly<Record<Holes<TextOf<Code>>, FaultValue>>

/** A number, a name, a vendor's own words; or something that has a text of its own. */
export type FaultValue = string | number | CodedPart
export interface CodedPart {
  readonly code: FaultCode
  readonly values?: Readonly<Record<string, FaultValue>> | undefined
}

/** A code with its values; a code whose text has no holes comes alone. */
export type Coded<Code extends FaultCode> = [Holes<TextOf<Code>>] extends [never]
  ? readonly [code: Code]
  : readonly [code: Code, values: FaultValues<Code>]
