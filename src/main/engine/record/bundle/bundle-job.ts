import * as z from 'zod/mini'
import { type Attachment, pictureTypes } from '../../../../shared/domain/attachment'
import type { ContentHash, IncidentId } from '../../../../shared/domain/ids'
import { rawRowField } from '../../storage/raw-row'
import { storedPanelField } from '../../storage/telemetry-fields'
import type { Job } from '../../workers/job'
import { importRefusals } from '../import'
import { bundleFaultCodes, manifestField } from './format'

const attachment: z.ZodMiniType<Attachment> = z.object({
  hash: z.string() as unknown as z.ZodMiniType<ContentHash>,
  type: z.enum(pictureTypes),
  size: z.int(),
})

const progress = z.object({
  incident: z.string() as unknown as z.ZodMiniType<IncidentId>,
  rows: z.array(rawRowField),
  attachments: z.optional(z.array(z.object({ attachment, content: z.instanceof(Uint8Array) }))),
  telemetry: z.optional(z.array(storedPanelField)),
  heads: z.optional(
    z.array(
      z.object({
        ...{ origin: z.string(), publicKey: z.string() },
        ...{ counter: z.int(), hash: z.string(), signature: z.string() },
      }),
    ),
  ),
})

const output = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: manifestField }),
  z.object({
    ok: z.literal(false),
    fault: z.union([
      z.object({ code: z.enum(bundleFaultCodes), where: z.string() }),
      z.object({ code: z.enum(importRefusals), at: z.int() }),
    ]),
  }),
])

const input = z.object({ path: z.string(), most: z.int().check(z.gte(1)), passphrase: z.optional(z.string()) })

/**
 * [RK14] Reads a bundle of a stranger; its progress is parts of it, and the first part comes after all of it was
 * verified.
 */
export const bundleJob = { name: 'bundle', input, progress, output } satisfies Job<unknown, unknown, unknown>

export type BundleOrder = z.infer<typeof input>
export type ReadSlice = z.infer<typeof progress>
export type BundleAnswer = z.infer<typeof output>
