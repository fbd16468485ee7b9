import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { BundleLook } from '../shared/contract/bundles'
import { isRecord } from '../shared/lib/read-json'
import { bundleRefusal } from './engine/bundles/bundle-faults'
import { bundleName } from './engine/bundles/bundle-name'
import { lookJob } from './engine/bundles/look-job'
import { writeBundleJob } from './engine/bundles/write-job'
import type { WorkerEntry } from './engine/ports'
import { takeBundle } from './engine/record/bundle/take-bundle'
import { openLedger } from './engine/record/ledger'
import { openForReading } from './engine/storage/database'
import { reasonOf } from './engine/storage/fault'
import { DATABASE_FILE } from './engine/storage/format.mjs'
import { openStore, type Store } from './engine/storage/store'
import { readSummaries } from './engine/storage/summaries'
import { openWorkers, type Workers } from './engine/workers/workers'
import { SERVING_FILE } from './hosts/web/entrance.mjs'
import { parseOptions } from './options.mjs'
import type { CommandOutput } from './quarterdeck-commands'

const USAGE = `Usage: quarterdeck export --all DIR [--data DIR]
       quarterdeck import FILE [--merge] [--data DIR]

The passphrase of a file, if it has one, is read from QUARTERDECK_PASSPHRASE.
`

export interface BundleCommands {
  /** The folder that a relative path starts at. */
  readonly from: string
  readonly worker: WorkerEntry
  readonly passphrase?: string | undefined
}

type Tools = BundleCommands & { readonly workers: Workers; readonly data: string }

/** [BN7] `export --all DIR` and `import FILE`; undefined: it is another command. */
export async function runBundleCommand(
  words: readonly string[],
  asked: BundleCommands,
): Promise<CommandOutput | undefined> {
  const [name = '', ...rest] = words
  if (name !== 'export' && name !== 'import') return undefined
  const plain = rest.filter(word => word !== '--all' && word !== '--merge')
  const [target, ...options] = plain
  const isWhole = name === 'import' || rest.includes('--all')
  if (target === undefined || target === '' || target.startsWith('-') || !isWhole) return cannot(USAGE)
  const parsed = parseOptions(options, { from: asked.from })
  if (!parsed.ok) return cannot(`${parsed.message}\n`)
  const workers = openWorkers(asked.worker)
  const tools = { ...asked, workers, data: parsed.options.data }
  const path = resolve(asked.from, target)
  try {
    return name === 'export' ? await exportAll(path, tools) : await importFile(path, rest.includes('--merge'), tools)
  } catch (cause) {
    return cannot(`It cannot be done: ${reasonOf(cause)}. Name another file or folder.\n`)
  } finally {
    await workers.stop()
  }
}

/** It only reads, so it may run while Quarterdeck does. */
async function exportAll(into: string, { data: folder, workers, passphrase }: Tools): Promise<CommandOutput> {
  const database = join(folder, DATABASE_FILE)
  if (!existsSync(database)) return cannot(`There is no record in ${folder}. Name the folder of one with --data DIR.\n`)
  const db = openForReading(database)
  const incidents = readSummaries(db)
  db.close()
  mkdirSync(into, { recursive: true, mode: 0o700 })
  const [said, problems]: [string[], string[]] = [[], []]
  for (const { id: incident, title, declaredAt } of incidents) {
    const file = join(into, bundleName(title, declaredAt, incident))
    const order = { ...{ folder, incident, file, drill: false }, ...(passphrase && { passphrase }) }
    const reply = await workers.run(writeBundleJob, order)
    const fault = reply.ok ? (reply.value.ok ? undefined : reply.value.fault) : reply.fault
    if (fault === undefined) said.push(`${file}\n`)
    else problems.push(`${title}: ${messageOf(fault)}\n`)
  }
  const out = `${said.join('')}${said.length} of ${incidents.length} incidents were written.\n`
  return { code: problems.length === 0 ? 0 : 1, out, problem: problems.join('') }
}

/** It writes, so it is refused while Quarterdeck holds the folder. */
async function importFile(path: string, merge: boolean, tools: Tools): Promise<CommandOutput> {
  const { data: folder, workers, passphrase } = tools
  const secret = passphrase === undefined ? {} : { passphrase }
  const store = openStore(folder)
  if (!store.ok) return cannot(`${store.fault.message}${holderOf(folder)}\n`)
  try {
    const looked = await workers.run(lookJob, { path, folder, ...secret })
    if (!looked.ok) return cannot(`${messageOf(looked.fault)}\n`)
    if (!looked.value.ok) return cannot(`${messageOf(looked.value.fault)}\n`)
    const look = looked.value.value
    if (look.here !== null && !merge)
      return cannot(`${lookText(look)}This incident is here. Add --merge to merge the file into it.\n`)
    return await taken(path, look, store.value, tools)
  } finally {
    store.value.close()
  }
}

async function taken(path: string, look: BundleLook, store: Store, { workers, passphrase }: Tools) {
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const ledger = openLedger(store, quiet, () => undefined)
  const reply = await takeBundle(path, {
    ...{ workers, passphrase, drill: false, merge: batch => ledger.merge(batch, Date.now()) },
  })
  if (!reply.ok) return cannot(`${'message' in reply.fault ? reply.fault.message : messageOf(reply.fault)}\n`)
  const { added, known, held } = reply.value.imported
  const out = `${lookText(look)}Imported: ${added} events added, ${known} were here, ${held} held. Nothing is sent.\n`
  return { code: 0, out, problem: '' } as const
}

/** What a person would see on the screen before they say yes. */
function lookText({ severity, title, status, writers, here }: BundleLook): string {
  const by = writers.map(
    ({ names, origin, known, signed }) =>
      `  ${names.join(', ') || 'nobody'} (${known === 'self' ? 'this Quarterdeck' : `${known === null ? 'new key' : 'known key'}, ${origin}, signed: ${signed}`})\n`,
  )
  const changes = (here?.changes ?? []).map(({ what, role, from, to }) => `  ${role ?? what}: ${from} → ${to}\n`)
  const would = changes.length === 0 ? '' : `Merging changes:\n${changes.join('')}`
  return `${severity} ${title} (${status})\nWritten by:\n${by.join('')}${would}`
}

/** The process that serves the folder, as far as it says so on the disk. */
function holderOf(folder: string): string {
  try {
    const found: unknown = JSON.parse(readFileSync(join(folder, SERVING_FILE), 'utf8'))
    if (!isRecord(found) || typeof found.pid !== 'number') return ''
    return ` It is process ${found.pid}: open the file there (quarterdeck open FILE), or end it first.`
  } catch {
    // The desktop says nothing on the disk.
    return ' End it first, or open the file there.'
  }
}

function messageOf(fault: Parameters<typeof bundleRefusal>[0]): string {
  const { fault: worded } = bundleRefusal(fault) as Extract<ReturnType<typeof bundleRefusal>, { readonly ok: false }>
  return worded.message
}

function cannot(problem: string): CommandOutput {
  return { code: 2, out: '', problem }
}
