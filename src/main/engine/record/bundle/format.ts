import * as z from 'zod/mini'
import type { IncidentId } from '../../../../shared/domain/ids'

/** Name of the file that describes all other files of a bundle. */
export const MANIFEST = 'manifest.json'

/** Name of the file with what the pinned panels showed; absent where nothing is kept of them. */
export const TELEMETRY = 'telemetry/panels.json'

/** What a bundle may hold. Anybody can write one, so each number is what we would write at most, with room to spare. */
export const bundleLimits = {
  fileBytes: 512 * 1024 * 1024,
  entries: 5_000,
  manifestBytes: 4 * 1024 * 1024,
  eventBytes: 128 * 1024 * 1024,
  attachmentBytes: 8 * 1024 * 1024,
  telemetryBytes: 32 * 1024 * 1024,
  documentBytes: 32 * 1024 * 1024,
  totalBytes: 768 * 1024 * 1024,
  /** Our own events deflate to a tenth or so; a bomb to a thousandth. */
  ratio: 200,
  rows: 500_000,
} as const

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const originField = z.string().check(z.regex(/^(legacy-)?[0-9a-f]{32}$/))
const counter = z.int().check(z.gte(1))

export const manifestField = z.strictObject({
  format: z.literal('quarterdeck-bundle'),
  version: z.literal(1),
  /** What is practised is never mixed with what is real. */
  drill: z.boolean(),
  incident: z.uuid() as unknown as z.ZodMiniType<IncidentId, IncidentId>,
  /** By origin: how far its events reach, and the hash of the last. */
  vector: z.record(originField, z.tuple([counter, sha256])),
  /** By origin: its public key, and the head that it signed. */
  heads: z.record(
    originField,
    z.strictObject({
      publicKey: z.string().check(z.maxLength(200)),
      counter,
      hash: sha256,
      signature: z.string().check(z.maxLength(200)),
    }),
  ),
  /** Every other file, by name. */
  files: z.record(z.string().check(z.maxLength(200)), z.strictObject({ bytes: z.int().check(z.gte(0)), sha256 })),
})

export type Manifest = z.infer<typeof manifestField>

export const bundleFaultCodes = [
  'unreadable',
  /** It is not what was written: a bit was changed, or a part is missing. */
  'altered',
  'not-a-bundle',
  'newer-version',
  'too-large',
  'bad-name',
  'bad-row',
  'bad-attachment',
  'bad-telemetry',
  'bad-signature',
  'damaged-here',
  'not-here',
  'disk',
  /** [BN6] It is encrypted, and no passphrase came with it. */
  'locked',
  'wrong-passphrase',
  /** For a key instead. */
  'not-by-passphrase',
  /** Its header asks for more memory and time than we give. */
  'too-costly',
] as const

/** Why a bundle was not written, or nothing of it was taken; `where` is a file of the bundle, or a place in it. */
export interface BundleFault {
  readonly code: (typeof bundleFaultCodes)[number]
  readonly where: string
}

/** Which file of a bundle a name is; undefined: none, so also nothing that leads out of a folder. */
export function kindOfFile(name: string): 'manifest' | 'events' | 'attachment' | 'telemetry' | 'document' | undefined {
  if (name === MANIFEST) return 'manifest'
  if (/^events\/(legacy-)?[0-9a-f]{32}\.jsonl$/.test(name)) return 'events'
  if (name === TELEMETRY) return 'telemetry'
  if (/^attachments\/[0-9a-f]{64}$/.test(name)) return 'attachment'
  return /^documents\/[a-z0-9][a-z0-9-]{0,80}\.(md|html)$/.test(name) ? 'document' : undefined
}

export const mostBytes = {
  manifest: bundleLimits.manifestBytes,
  events: bundleLimits.eventBytes,
  attachment: bundleLimits.attachmentBytes,
  telemetry: bundleLimits.telemetryBytes,
  document: bundleLimits.documentBytes,
} as const
