/** What a browser, or something that pretends to be one, asked for; nothing in it has been normalised. */
export interface Asked {
  readonly method: string
  readonly target: string
  readonly httpVersion: string
  /** Names and values by turns. */
  readonly rawHeaders: readonly string[]
  readonly upgrade: boolean
}

export interface House {
  readonly port: number
  readonly key: string
  /** The only paths that are served, exactly as they must be asked for. */
  readonly paths: ReadonlySet<string>
}

export interface Refusal {
  readonly pass: 'nothing'
  readonly status: number
  /** For the log and the answer: fixed words, never the sender's. */
  readonly reason: string
}

export type Decision =
  | { readonly pass: 'file'; readonly path: string; readonly host: string }
  | { readonly pass: 'enter' }
  | { readonly pass: 'link' }
  | Refusal

export const LINK_PATH = '/link'
export const ENTER_PATH = '/enter/'

export function refusal(status: number, reason: string): Refusal {
  return { pass: 'nothing', status, reason }
}
