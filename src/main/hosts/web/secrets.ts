import { join } from 'node:path'
import type { ConnectionId } from '../../../shared/domain/ids'
import { withoutByteOrderMark } from '../../../shared/lib/file-text'
import type { Secrets } from '../../engine/ports'
import { StartProblem } from '../start-problem'
import { readPrivateFile, writePrivateFile } from './private-file'

/**
 * Tokens of the web host: `secrets.json`, readable by its owner alone. An environment variable wins over it, such as
 * `QUARTERDECK_TOKEN_MY_PAGERDUTY` for the connection `my-pagerduty`, and is never written anywhere.
 * @throws StartProblem where the file is broken or others can read it; it is left as it is
 */
export function openSecrets(folder: string, environment: NodeJS.ProcessEnv = process.env): Secrets {
  const file = join(folder, 'secrets.json')
  const tokens = readTokens(file)
  // `fromEntries` makes own properties of any id, `__proto__` too.
  const save = () => writePrivateFile(file, `${JSON.stringify(Object.fromEntries(tokens), null, 2)}\n`)
  return {
    place: `in ${file}, which only you can read, or in the environment variable QUARTERDECK_TOKEN_…, which wins`,
    read: connection => environment[tokenVariable(connection)] || (tokens.get(connection) ?? null),
    write: (connection, token) => {
      tokens.set(connection, token)
      save()
    },
    forget: connection => {
      if (tokens.delete(connection)) save()
    },
  }
}

/** `drill-grafana` → `QUARTERDECK_TOKEN_DRILL_GRAFANA`. */
export function tokenVariable(connection: ConnectionId): string {
  return `QUARTERDECK_TOKEN_${connection.toUpperCase().replace(/[^A-Z0-9]+/g, '_')}`
}

function readTokens(file: string): Map<string, string> {
  const read = readPrivateFile(file)
  if (!read.ok) {
    const way = read.fault.kind === 'open-to-others' ? `run \`chmod 600 ${file}\`` : 'move it away'
    throw new StartProblem(`${file} ${read.fault.message}: ${way} and start again.`)
  }
  if (read.value === null) return new Map()
  const raw = parseJson(read.value)
  if (isTokens(raw)) return new Map(Object.entries(raw))
  throw new StartProblem(
    `${file} is not a JSON object of connection ids and tokens: correct it, or move it away, and start again.`,
  )
}

/** By hand, because a schema's record drops the id `__proto__`. */
function isTokens(raw: unknown): raw is Readonly<Record<string, string>> {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return false
  return Object.values(raw).every(token => typeof token === 'string')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(withoutByteOrderMark(text))
  } catch {
    // The parser's own message quotes the file, and the file has tokens in it.
    return undefined
  }
}
