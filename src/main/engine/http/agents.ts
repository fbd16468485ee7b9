import { Agent as HttpAgent } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { getCACertificates } from 'node:tls'
import { readTextFile } from '../guards/regular-file'

/** `code` of the error for a file of certificates, whatever is wrong with it. */
export const NO_CERTIFICATES = 'NO_CERTIFICATES'

/** All certificates that systems trust are a quarter of it. */
const MOST_BYTES = 1_000_000

/** Environment of a process; of it `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY` are read, in either case. */
export type ProxyEnvironment = Readonly<Record<string, string | undefined>>

export interface Agents {
  http(): HttpAgent
  /** @throws when `caFile` cannot be read or holds no certificates */
  https(caFile: string | undefined): HttpsAgent
}

/** Keep-alive connections through the environment's proxy, by what they trust. */
export function openAgents(proxyEnv: ProxyEnvironment): Agents {
  const options = { keepAlive: true, proxyEnv: { ...proxyEnv } }
  const plain = new HttpAgent(options)
  const secure = new Map<string, HttpsAgent>()
  return {
    http: () => plain,
    https: caFile => {
      // By what is in the file: one that was renewed is trusted without a restart.
      const own = caFile === undefined ? '' : certificatesIn(caFile)
      const known = secure.get(own)
      if (known !== undefined) return known
      const agent = new HttpsAgent(own === '' ? options : { ...options, ca: [...getCACertificates(), own] })
      secure.set(own, agent)
      return agent
    },
  }
}

/** @throws when it cannot be read or holds no certificates */
export function certificatesIn(file: string): string {
  const read = readTextFile(file, MOST_BYTES)
  if (read.ok) return read.value
  const cause = Object.assign(new Error(`${file} ${read.fault.message}`), { code: NO_CERTIFICATES })
  throw new Error('certificates cannot be read', { cause })
}

/** Whether requests to `url` go through a proxy. Nothing on this machine does: no proxy could reach it. */
export function goesByProxy(url: URL, env: ProxyEnvironment): boolean {
  if (isLoopback(url.hostname)) return false
  const name = url.protocol === 'https:' ? 'https_proxy' : 'http_proxy'
  return (env[name] ?? env[name.toUpperCase()] ?? '') !== ''
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost') || host === '[::1]' || /^127(\.\d+){3}$/.test(host)
}
