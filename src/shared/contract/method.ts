import type { Method, MethodFileName } from '../domain/method/method-files'
import type { AdoptedMethod } from '../domain/method/method-rules'
import type { CodedText } from './coded-text'

/** One file of the method. */
export interface MethodFileState {
  readonly name: MethodFileName
  /** Whose content is in use: what ships with Quarterdeck, or the team's own file. */
  readonly from: 'shipped' | 'team'
  /** Where the team's file is, or would be. */
  readonly path: string
  /** Why the team's file as it is now is not used, with line and column; undefined: nothing is wrong. */
  readonly problem: CodedText | undefined
}

/** The method as its files are now. */
export interface CurrentMethod {
  readonly name: string
  /** The same for the same content, whatever the files' spacing and comments. */
  readonly version: string
  /** Where a team's own files are looked for. */
  readonly folder: string
  readonly files: readonly MethodFileState[]
  /** Files in that folder that are none of the method's, and are not read. */
  readonly unknownFiles: readonly string[]
  readonly method: Method
}

/** The method as it is now, for a client. */
export interface MethodView extends CurrentMethod {
  /** What an incident is declared with now, and an open one can change over to: with the cadence that the team chose. */
  readonly adoptable: AdoptedMethod
}
