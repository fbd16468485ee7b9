import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { Logger } from '../ports'

/** Trusts what this computer trusts, besides what Node brings along: companies put their own authority there. */
export function trustSystemCertificates(logger: Logger): void {
  try {
    setDefaultCACertificates([...getCACertificates('default'), ...getCACertificates('system')])
  } catch (error) {
    logger.warn('The certificates that this computer trusts could not be read', { error: String(error) })
  }
}
