import { rename, stat } from 'node:fs/promises'
import type { BundleLook, WrittenBundle } from '../../../shared/contract/bundles'
import type { Parsed } from '../../../shared/contract/calls'
import type { Fault } from '../../../shared/contract/faults'
import { fail, ok, type Reply } from '../../../shared/lib/reply'
import type { Clock } from '../ports'
import { takeBundle } from '../record/bundle/take-bundle'
import { notFound, refused } from '../record/decision'
import type { Ledger } from '../record/ledger'
import type { Handlers } from '../sessions/handlers'
import type { Workers } from '../workers/workers'
import { bundleRefusal } from './bundle-faults'
import { bundleName } from './bundle-name'
import { dropExchangeFile, exchangePath, newExchangeFile } from './exchange-folder'
import { lookJob } from './look-job'
import { writeBundleJob } from './write-job'

export interface BundleParts {
  readonly ledger: Pick<Ledger, 'record' | 'merge'>
  readonly workers: Pick<Workers, 'run'>
  readonly clock: Clock
  readonly drill: boolean
  /** Folder of the record. */
  readonly folder: string
  /** The data folder, in which files come and go; of a drill the one that it is in. */
  readonly data: string
  /** What is held of other machines' events may have changed. */
  readonly changed: () => void
}

/** [BN2] Looking changes nothing, however often. */
export function bundleQueries(parts: BundleParts): Handlers<'bundle:look'> {
  return { 'bundle:look': input => look(parts, input) }
}

export function bundleChanges(parts: BundleParts): Handlers<'bundle:write' | 'bundle:take' | 'bundle:drop'> {
  return {
    'bundle:write': input => write(parts, input),
    'bundle:take': input => take(parts, input),
    'bundle:drop': ({ file }) => {
      dropExchangeFile(parts.data, file)
      return ok(null)
    },
  }
}

async function write(parts: BundleParts, input: Parsed<'bundle:write'>): Promise<Reply<WrittenBundle, Fault>> {
  const { ledger, workers, clock, data, folder, drill } = parts
  const { incident, passphrase } = input
  const record = ledger.record(incident)
  if (record === null) return notFound('incident-not-here')
  const { file, path } = newExchangeFile(data, Date.now())
  const order = {
    ...{ folder, incident, drill, file: `${path}.writing` },
    ...(passphrase !== undefined && { passphrase }),
  }
  const reply = await workers.run(writeBundleJob, order, { waitedFor: true })
  if (!reply.ok) return bundleRefusal(reply.fault)
  if (!reply.value.ok) return bundleRefusal(reply.value.fault)
  // Under its name only once it is whole: nobody fetches a part.
  await rename(order.file, path)
  const { events, bytes } = reply.value.value
  return ok({ file, events, bytes, name: bundleName(record.incident.title, clock.now()) })
}

async function look(parts: BundleParts, input: Parsed<'bundle:look'>): Promise<Reply<BundleLook, Fault>> {
  const { workers, data, folder } = parts
  const path = await arrived(data, input.file)
  if (path === undefined) return notFound('bundle-file-gone')
  const { passphrase } = input
  const order = { path, folder, ...(passphrase !== undefined && { passphrase }) }
  const reply = await workers.run(lookJob, order, { waitedFor: true })
  if (!reply.ok) return bundleRefusal(reply.fault)
  return reply.value.ok ? ok(reply.value.value) : bundleRefusal(reply.value.fault)
}

async function take(parts: BundleParts, { file, passphrase, merge }: Parsed<'bundle:take'>) {
  const { ledger, workers, clock, data, drill } = parts
  const path = await arrived(data, file)
  if (path === undefined) return notFound('bundle-file-gone')
  let first = true
  const taken = await takeBundle<Fault>(path, {
    ...{ workers, drill, passphrase },
    merge(batch) {
      // [BN5] The person was shown another state: the incident came here meanwhile, by another file or window.
      if (first && !merge && ledger.record(batch.incident) !== null) return refused('bundle-incident-here')
      first = false
      return ledger.merge(batch, clock.now())
    },
  })
  parts.changed()
  if (!taken.ok) return 'kind' in taken.fault ? fail(taken.fault) : bundleRefusal(taken.fault)
  const { manifest, imported } = taken.value
  const { added, known, held } = imported
  return ok({ incident: manifest.incident, added, known, held })
}

async function arrived(data: string, file: string): Promise<string | undefined> {
  const path = exchangePath(data, file)
  if (path === undefined) return undefined
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? path : undefined
}
