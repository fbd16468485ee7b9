import type { BrowserPrincipal, Checked } from './browser-sessions'

/** What a browser, or something that pretends to be one, asked for; nothing in it has been normalised. */
export interface WebRequest {
  readonly method: string
  readonly target: string
  readonly httpVersion: string
  /** Names and values by turns. */
  readonly rawHeaders: readonly string[]
  readonly upgrade: boolean
}

/** What the gate knows of the cockpit behind it. */
export interface GateContext {
  readonly port: number
  /** Of the folder that is served, such as `qd-0123456789abcdef.localhost`. */
  readonly ownName: string
  /** The only paths that are served, exactly as they must be asked for. */
  readonly paths: ReadonlySet<string>
  /** Whether a cookie belongs to a signed-in browser. */
  check(cookie: string, mayRenew: boolean): Checked
}

export interface Refusal {
  readonly pass: 'nothing'
  readonly status: number
  /** For the log and the answer: fixed texts, never the sender's. */
  readonly reason: string
}

export interface Admission {
  readonly session: string
  readonly principal: BrowserPrincipal
  /** The cookie's next value, where it is time for one. */
  readonly renewed: string | null
}

export type RequestDecision =
  | { readonly pass: 'file'; readonly path: string; readonly host: string; readonly admission: Admission }
  /** To be sent on to the folder's own name, by a code that is not spent yet. */
  | { readonly pass: 'cross'; readonly code: string; readonly host: string }
  /**
   * To sign in here, by a code that is not used yet. `direct`: the request was not started by a page of another site.
   */
  | { readonly pass: 'enter'; readonly code: string; readonly host: string; readonly direct: boolean }
  | { readonly pass: 'link'; readonly admission: Admission }
  /** [BN1] A page brings a file of so many bytes. */
  | { readonly pass: 'bring'; readonly bytes: number; readonly admission: Admission }
  /** A page fetches the file of this name, to be saved as `saveAs`. */
  | { readonly pass: 'fetch'; readonly file: string; readonly saveAs: string; readonly admission: Admission }
  /** Whether this name leads here. */
  | { readonly pass: 'here' }
  /** `session`: the browser's that asks for it; null: a second start does. */
  | { readonly pass: 'proof'; readonly session: string | null; readonly nonce: string }
  | { readonly pass: 'proof-key'; readonly session: string }
  | Refusal

/** [BN1] Files are brought here by POST, and fetched from `/files/ID` by GET. */
export const FILES_PATH = '/files'
export const LINK_PATH = '/link'
/** By the old address: the browser continues to the folder's own name if it finds it. */
export const ENTER_PATH = '/enter/'
/** Lets the browser in at the address that it is at. */
export const ARRIVE_PATH = '/arrive/'
export const HERE_PATH = '/here'
/** `/proof/NONCE`, or `/proof/SESSION/NONCE`. */
export const PROOF_PATH = '/proof/'
export const PROOF_KEY_PATH = '/proof-key'

export function refusal(status: number, reason: string): Refusal {
  return { pass: 'nothing', status, reason }
}
