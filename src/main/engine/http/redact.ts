import type { FaultValue } from '../../../shared/contract/fault-codes'
import { fail, ok } from '../../../shared/lib/reply'
import { type Credential, openSecretTraces, type SecretTraces } from './secret-traces'
import type { HttpClient, HttpFault } from './types'

/**
 * [HR1] Takes the secrets out of whatever comes back, in any way to write them. Proxies and debug pages like to repeat
 * a request's headers, and an error text ends in views, in the log and in exports.
 */
export function redactHttp(http: HttpClient, credentials: readonly Credential[]): HttpClient {
  const words = openSecretTraces(credentials)
  const data = openSecretTraces(credentials, 'data')
  return {
    request: async (request, signal) => {
      const reply = await http.request(request, signal)
      if (!reply.ok) return fail(withoutTraces(reply.fault, words))
      const { status, text } = reply.value
      const traces = status >= 200 && status < 300 ? data : words
      return ok({ ...reply.value, text: traces.hide(text) })
    },
  }
}

/** [HR1] A fault in whose message and values no trace is left. */
export function withoutTraces(fault: HttpFault, traces: SecretTraces): HttpFault {
  const { message, values } = fault
  return { ...fault, message: traces.hide(message), ...(values && { values: cleanValues(values, traces) }) }
}

function cleanValues(values: Values, traces: SecretTraces): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cleanValue(value, traces)]))
}

function cleanValue(value: FaultValue, traces: SecretTraces): FaultValue {
  if (typeof value === 'string') return traces.hide(value)
  if (typeof value === 'number' || value.values === undefined) return value
  return { ...value, values: cleanValues(value.values, traces) }
}

type Values = Readonly<Record<string, FaultValue>>
