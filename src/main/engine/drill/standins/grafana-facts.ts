import * as z from 'zod/mini'

/**
 * An annotation as it was posted: the only thing that Grafana's stand-in stores. `at` is when it was, `time` what it
 * marks.
 */
export const grafanaFact = z.object({
  id: z.number(),
  at: z.number(),
  time: z.number(),
  text: z.string(),
  tags: z.array(z.string()),
})
export type GrafanaFact = Readonly<z.output<typeof grafanaFact>>

/** Body of `POST /api/annotations`; `time` is now where it is left out. */
export const annotationInput = z.object({
  time: z.optional(z.number()),
  text: z.string().check(z.minLength(1)),
  tags: z._default(z.array(z.string()), []),
})
