/** The documents that are drawn from an incident's record, each for other readers. */
export const documentKinds = ['handoff', 'shift', 'leadership', 'ics-214'] as const
export type DocumentKind = (typeof documentKinds)[number]

/** What a document can be saved as; PDF only where its host can print. */
export const documentFormats = ['html', 'pdf', 'docx', 'markdown', 'json', 'csv'] as const
export type DocumentFormat = (typeof documentFormats)[number]

/** The end of a file's name, and its media type. */
export const documentFiles: Readonly<Record<DocumentFormat, { readonly ends: string; readonly type: string }>> = {
  html: { ends: 'html', type: 'text/html' },
  pdf: { ends: 'pdf', type: 'application/pdf' },
  docx: { ends: 'docx', type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  markdown: { ends: 'md', type: 'text/markdown' },
  json: { ends: 'json', type: 'application/json' },
  csv: { ends: 'csv', type: 'text/csv' },
}

export const MOST_PATTERNS = 20
export const LONGEST_WORDS = 100

/** [RD1] What a document leaves out on request; nothing of it: the whole document. */
export interface Redaction<Kind extends string = string> {
  /** Names of people, wherever they are. */
  readonly people: boolean
  /** Names and addresses of machines, and addresses of mail. */
  readonly hosts: boolean
  /** Words to leave out; `*` is any run of letters without a space. */
  readonly patterns: readonly string[]
  /** Lines of these kinds. */
  readonly kinds: readonly Kind[]
}
