import { verifyFolder } from './engine/integrity/verify-folder'
import { isWhole, verificationText } from './engine/integrity/verify-words'
import { parseOptions } from './options.mjs'

const HELP = `Usage: quarterdeck verify [--data DIR]

  verify   checks every event of a record against its chain and its heads, and changes nothing;
           it may run while Quarterdeck does

Exit code 0: the record is whole. 1: it is damaged. 2: it cannot be looked at.
`

/** What the command says, and its exit code. */
export interface Said {
  readonly code: 0 | 1 | 2
  readonly out: string
  readonly problem: string
}

/** Runs what the words after `quarterdeck` ask for. @param from the folder that a relative path starts at */
export function runWords(words: readonly string[], from: string): Said {
  const [command, ...rest] = words
  if (command === '--help' || command === 'help') return { code: 0, out: HELP, problem: '' }
  if (command !== 'verify') return { code: 2, out: '', problem: HELP }
  const parsed = parseOptions(rest, { from })
  if (!parsed.ok) return { code: 2, out: '', problem: `${parsed.message}\n` }
  if (parsed.options.help) return { code: 0, out: HELP, problem: '' }
  const found = verifyFolder(parsed.options.data)
  if (!found.ok) return { code: 2, out: '', problem: `${found.fault.message}\n` }
  return { code: isWhole(found.value) ? 0 : 1, out: verificationText(found.value), problem: '' }
}
