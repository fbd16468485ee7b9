import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { refuseOldNode } from './old-node'

refuseOldNode()
const [{ runCommandLine }, { runBundleCommand }] = await Promise.all([
  import('./quarterdeck-commands'),
  import('./quarterdeck-bundles'),
])

const [words, from] = [process.argv.slice(2), process.env.INIT_CWD ?? process.cwd()]
const worker = { file: pathToFileURL(join(import.meta.dirname, 'worker.js')), execArgv: [] }
const passphrase = process.env.QUARTERDECK_PASSPHRASE
const { code, out, problem } =
  (await runBundleCommand(words, { from, worker, passphrase })) ?? runCommandLine(words, from)
process.stdout.write(out)
process.stderr.write(problem)
process.exitCode = code
