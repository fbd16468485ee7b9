import { createHmac } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import { newSecret, proofOf } from '../../../src/main/hosts/web/entrance.mjs'
import { takeCarriedStorage } from '../../../src/renderer/carried-storage'
import { hostProof } from '../../../src/renderer/link/host-proof'

const KEY = createHmac('sha256', 'a folder').update('proof').digest('base64url')
const SESSION = '0e0a4f5c-0000-4000-8000-000000000001'
const ASKS = `/proof/${SESSION}/`
const PORT = 4173

describe('a page whose line dropped', () => {
  /** Answers as the host does; `proof` stands for who is there now. */
  function host(
    proof: (nonce: string) => Response | Promise<Response>,
    door: () => Response = () => new Response(`${SESSION} ${KEY}`),
  ) {
    const asked: { readonly path: string; readonly credentials: string | undefined }[] = []
    const ask = async (path: string, init: RequestInit) => {
      asked.push({ path, credentials: init.credentials })
      return path.startsWith(ASKS) ? proof(path.slice(ASKS.length)) : door()
    }
    return { asked, proof: hostProof(ask, String(PORT)) }
  }

  it('goes back to the engine that it came from', async () => {
    const { proof, asked } = host(nonce => new Response(proofOf(KEY, nonce, PORT)))
    await proof.learn()
    expect(await proof.prove()).toBe('ours')
    expect(asked.find(({ path }) => path.startsWith(ASKS))?.credentials).toBe('omit')
  })

  it.each([
    ['answers something', () => new Response('hello')],
    ['answers with a page', () => new Response('<html>', { status: 200 })],
    ['refuses', () => new Response('', { status: 403 })],
    ['answers what it heard before', () => new Response(proofOf(KEY, 'x'.repeat(43), PORT))],
    [
      'fetches the proof from the engine at its new port',
      (nonce: string) => new Response(proofOf(KEY, nonce, PORT + 1)),
    ],
    ['knows the key of a wallboard', (nonce: string) => new Response(proofOf(newSecret(), nonce, PORT))],
    ['echoes', (nonce: string) => new Response(nonce)],
  ])('sends no cookie to a stranger that %s', async (_what, answer) => {
    const { proof, asked } = host(answer)
    await proof.learn()
    asked.length = 0
    expect(await proof.prove()).toBe('stranger')
    expect(asked.map(({ credentials }) => credentials)).toEqual(['omit'])
  })

  it('waits while nobody answers', async () => {
    const { proof } = host(() => Promise.reject(new TypeError('Failed to fetch')))
    await proof.learn()
    expect(await proof.prove()).toBe('silent')
  })

  it('says that its browser was signed out', async () => {
    let welcome = true
    const { proof } = host(
      nonce => new Response(proofOf(KEY, nonce, PORT)),
      () => (welcome ? new Response(`${SESSION} ${KEY}`) : new Response('', { status: 401 })),
    )
    await proof.learn()
    welcome = false
    expect(await proof.prove()).toBe('signed-out')
  })

  it('asks for nothing it could not judge', async () => {
    const { proof, asked } = host(() => new Response('?'))
    expect(await proof.prove()).toBe('ours')
    expect(asked).toEqual([])
  })
})

describe('what a browser stored under the old address', () => {
  beforeEach(() => {
    localStorage.clear()
    window.history.replaceState(null, '', '/')
  })

  const arrive = (carried: unknown) => {
    const text = typeof carried === 'string' ? carried : encodeURIComponent(JSON.stringify(carried))
    window.history.replaceState(null, '', `/#carry=${text}`)
    takeCarriedStorage(window)
  }

  it('is here after the first visit, and the address is as it was meant', () => {
    arrive({
      hash: '#incident=7',
      stored: [
        ['quarterdeck.name', '"Ama"'],
        ['quarterdeck.line.7', 'half a line'],
      ],
    })
    expect(localStorage.getItem('quarterdeck.name')).toBe('"Ama"')
    expect(localStorage.getItem('quarterdeck.line.7')).toBe('half a line')
    expect(window.location.hash).toBe('#incident=7')
  })

  it('does not take the place of what is newer here', () => {
    localStorage.setItem('quarterdeck.name', '"Here"')
    arrive({
      hash: '',
      stored: [
        ['quarterdeck.name', '"There"'],
        ['quarterdeck.layout', '{}'],
      ],
    })
    expect(localStorage.getItem('quarterdeck.name')).toBe('"Here"')
    expect(localStorage.getItem('quarterdeck.layout')).toBe('{}')
  })

  it('comes once: a line that was sent since does not come back', () => {
    const carried = { hash: '', stored: [['quarterdeck.line.7', 'half a line']] }
    arrive(carried)
    localStorage.removeItem('quarterdeck.line.7')
    arrive(carried)
    expect(localStorage.getItem('quarterdeck.line.7')).toBeNull()
  })

  it.each([
    ['half of it', '%7B%22hash'],
    ['a broken escape', '%E0%A4%A'],
    ['nothing', ''],
    ['another shape', { hash: 7, stored: 'x' }],
    [
      'names of others',
      {
        hash: '',
        stored: [
          ['theirs', 'x'],
          ['__proto__', 'x'],
        ],
      },
    ],
  ])('is left out when there is %s', (_what, carried) => {
    arrive(carried)
    expect(Object.keys(localStorage).filter(name => name !== 'quarterdeck-carried')).toEqual([])
    expect(window.location.hash).toBe('')
  })

  it('is not looked for in an address that carries nothing', () => {
    window.history.replaceState(null, '', '/#pane=timeline')
    takeCarriedStorage(window)
    expect(window.location.hash).toBe('#pane=timeline')
  })
})
