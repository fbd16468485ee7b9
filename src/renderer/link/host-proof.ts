/** Who answers at the page's own address, and whether this browser is still welcome there. */
export type Proof = 'ours' | 'silent' | 'stranger' | 'signed-out'

export interface HostProof {
  /** Learns, on a line that is open, how the engine behind it proves itself. Without an answer nothing is asked later. */
  learn(): Promise<void>
  /** Asks before a new line is opened: the browser would send its cookie to whoever listens there now. */
  prove(): Promise<Proof>
}

type Fetch = (path: string, init: RequestInit) => Promise<Response>

const ANSWER_WITHIN = 10_000

/** @param ask the browser's own `fetch`, or a test's */
export function hostProof(ask: Fetch = (path, init) => fetch(path, init)): HostProof {
  let proofKey: string | null = null
  const get = (path: string, credentials: RequestCredentials) =>
    ask(path, { credentials, cache: 'no-store', signal: AbortSignal.timeout(ANSWER_WITHIN) })
  return {
    async learn() {
      try {
        const answer = await get('/proof-key', 'same-origin')
        if (answer.ok) proofKey = await answer.text()
      } catch (error) {
        // The line dropped again meanwhile; the next one asks anew.
        console.warn('How this engine proves itself was not learned', error)
      }
    },
    async prove() {
      // Some browsers have no cryptography for pages without TLS: they go on as if nothing had been learned.
      if (proofKey === null || globalThis.crypto?.subtle === undefined) return 'ours'
      const nonce = base64url(crypto.getRandomValues(new Uint8Array(32)))
      try {
        const answer = await get(`/proof/${nonce}`, 'omit')
        if (!answer.ok || (await answer.text()) !== (await expected(proofKey, nonce))) return 'stranger'
        return (await get('/proof-key', 'same-origin')).status === 401 ? 'signed-out' : 'ours'
      } catch {
        // Nobody answers: that is what a lost line looks like, and it is shown as one.
        return 'silent'
      }
    },
  }
}

/** As the host says it: see `proofOf` in `entrance.mjs`. */
async function expected(proofKey: string, nonce: string): Promise<string> {
  const text = new TextEncoder()
  const way = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', text.encode(proofKey), way, false, ['sign'])
  return base64url(new Uint8Array(await crypto.subtle.sign('HMAC', key, text.encode(`quarterdeck proof ${nonce}`))))
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
