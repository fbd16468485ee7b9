/** A part of a reason: a number, a person's own words, or a code of the catalogue with values of its own. */
export type CodedValue =
  | string
  | number
  | { readonly code: string; readonly values?: Readonly<Record<string, CodedValue>> | undefined }

/**
 * [FA3] What the page turns a reason of the engine into its own language by. It comes beside the same in English, which is
 * for documents, logs and pages of another version. Without a code the text is a vendor's, or an older engine's.
 */
export interface CodedReason {
  readonly code?: string | undefined
  readonly values?: Readonly<Record<string, CodedValue>> | undefined
}

/** The code alone, to be laid into something that is stored; nothing of a reason without one. */
export function codeOf({ code, values }: CodedReason): CodedReason {
  return code === undefined ? {} : { code, ...(values !== undefined && { values }) }
}
