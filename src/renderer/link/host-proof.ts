/** Who answers at the page's own address, and whether this browser is still signed in there. */
export type Proof = 'ours' | 'silent' | 'stranger' | 'signed-out'

export interface HostProof {
  /**
   * Learns, on an open connection, how the engine behind it proves itself. Without an answer no proof is requested
   * later.
   */
  learn(): Promise<void>
  /**
   * Runs before a new connection is opened: the browser would send its cookie to any program that listens there now.
   */
  prove(): Promise<Proof>
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>

const ANSWER_WITHIN = 10_000

/**
 * @param ask the browser's own `fetch`, or a test's
 * @param port of the page's address
 */
export function hostProof(
  ask: Fetch = (path, init) => fetch(path, init),
  port: string = window.location.port || '80',
): HostProof {
  let known: Known | null = null
  const get = (path: string, credentials: RequestCredentials) =>
    ask(path, { credentials, cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN) })
  return {
    async learn() {
      try {
        const answer = await get('/proof-key', 'same-origin')
        if (answer.ok) known = readKnown(await answer.text())
      } catch (error) {
        // The connection dropped again in the meantime; the next one tries again.
        console.warn('How this engine proves itself was not learned', error)
      }
    },
    async prove() {
      // Some browsers have no cryptography for pages without TLS: they continue as if nothing had been learned.
      if (known === null || globalThis.crypto?.subtle === undefined) return 'ours'
      const nonce = base64url(crypto.getRandomValues(new Uint8Array(32)))
      try {
        const answer = await get(`/proof/${known.session}/${nonce}`, 'omit')
        if (!answer.ok || (await answer.text()) !== (await expected(known.proofKey, nonce, port))) return 'stranger'
        return (await get('/proof-key', 'same-origin')).status === 401 ? 'signed-out' : 'ours'
      } catch {
        // No answer is what a lost connection looks like, and it is shown as one.
        return 'silent'
      }
    },
  }
}

/** [AX3] The proof is valid for this browser's session only. */
interface Known {
  readonly session: string
  readonly proofKey: string
}

function readKnown(text: string): Known | null {
  const [session, proofKey, ...more] = text.split(' ')
  return session && proofKey && more.length === 0 ? { session, proofKey } : null
}

/** Computed as on the host: see `proofOf` in `entrance.mjs`. */
async function expected(proofKey: string, nonce: string, port: string): Promise<string> {
  const text = new TextEncoder()
  const way = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', text.encode(proofKey), way, false, ['sign'])
  const said = text.encode(`quarterdeck proof ${nonce} at ${port}`)
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, said)))
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
