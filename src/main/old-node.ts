/** As `scripts/node-binary.mjs` has it: the engine needs `node:sqlite` with FTS5. */
const OLDEST = 24

/** The message for an older Node; null: it is new enough. */
export function oldNodeMessage(version: string): string | null {
  if (Number.parseInt(version, 10) >= OLDEST) return null
  return `Quarterdeck needs Node ${OLDEST} or newer, and this is Node ${version}. Start it with npm start, which brings its own.`
}

/**
 * [DF5] Ends an older Node with one line. Entries ask first and import the rest afterwards: a part that Node does not
 * have fails while the imports are resolved, before any line of ours runs.
 */
export function refuseOldNode(): void {
  const problem = oldNodeMessage(process.versions.node)
  if (problem === null) return
  process.stderr.write(`${problem}\n`)
  process.exit(2)
}
