import { pathToFileURL } from 'node:url'

// Runs one bundled bench in a process of its own and hands each result to the runner over the channel as it comes.
process.on('disconnect', () => process.exit(1))
const { run } = await import(pathToFileURL(process.argv[2] ?? '').href)
for await (const result of await run()) await new Promise(sent => process.send?.(result, sent))
// What a bench leaves open must not keep the others waiting.
process.exit(0)
