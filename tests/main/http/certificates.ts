import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

export interface Certificates {
  /** Path of the authority's own certificate. */
  readonly caFile: string
  readonly key: string
  readonly cert: string
}

/** A new authority, and a certificate of it for `host`. */
export function madeCertificates(host: string): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'quarterdeck-ca-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const at = (name: string) => join(folder, name)
  const openssl = (...args: readonly string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' })
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes']
  openssl('req', '-x509', ...curve, '-keyout', 'ca.key', '-out', 'ca.pem', '-days', '2', '-subj', '/CN=Test authority')
  openssl('req', ...curve, '-keyout', 'own.key', '-out', 'own.csr', '-subj', `/CN=${host}`)
  writeFileSync(at('names'), `subjectAltName=DNS:${host},IP:127.0.0.1\n`)
  const signing = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names']
  openssl('x509', '-req', '-in', 'own.csr', ...signing, '-out', 'own.pem')
  return { caFile: at('ca.pem'), key: readFileSync(at('own.key'), 'utf8'), cert: readFileSync(at('own.pem'), 'utf8') }
}
