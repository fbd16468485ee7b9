import * as z from 'zod/mini'
import type { BundleLook } from '../../../shared/contract/bundles'
import { bundleFaultCodes } from '../record/bundle/format'
import { importRefusals } from '../record/import'
import type { Job } from '../workers/job'

const input = z.object({
  /** The bundle. */
  path: z.string(),
  /** The folder of the record that it would be taken into, opened again and only for reading. */
  folder: z.string(),
  passphrase: z.optional(z.string()),
})

const output = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    // Our own thread made it of rows that were parsed.
    value: z.looseObject({ title: z.string() }) as unknown as z.ZodMiniType<BundleLook, BundleLook>,
  }),
  z.object({
    ok: z.literal(false),
    fault: z.object({ code: z.enum([...bundleFaultCodes, ...importRefusals]), where: z.string() }),
  }),
])

/** [BN2] Looks at a bundle of a stranger, and at what it would change here. It writes nothing. */
export const lookJob = { name: 'look-at-bundle', input, progress: z.never(), output } satisfies Job<
  unknown,
  never,
  unknown
>

export type LookOrder = z.infer<typeof input>
export type LookAnswer = z.infer<typeof output>
