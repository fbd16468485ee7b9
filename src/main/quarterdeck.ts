import { refuseOldNode } from './old-node'

refuseOldNode()
const { runCommandLine } = await import('./quarterdeck-commands')

const { code, out, problem } = runCommandLine(process.argv.slice(2), process.env.INIT_CWD ?? process.cwd())
process.stdout.write(out)
process.stderr.write(problem)
process.exitCode = code
