import { pathToFileURL } from 'node:url'

// Runs one bundled bench in a process of its own and hands its results to the runner over the channel.
const { run } = await import(pathToFileURL(process.argv[2] ?? '').href)
for (const result of await run()) process.send?.(result)
process.disconnect()
