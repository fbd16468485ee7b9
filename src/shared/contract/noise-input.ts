import * as z from 'zod/mini'
import { compileMatcher, fitsNothingToo, matcherSigns } from '../domain/alerts/matcher'

export const LABEL_LIMIT = 120
export const MATCHER_VALUE_LIMIT = 1_000

const noiseText = z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(300)))
const labelText = z.string().check(z.minLength(1), z.maxLength(LABEL_LIMIT))

const matcher = z
  .object({
    label: z.string().check(
      z.trim(),
      z.maxLength(LABEL_LIMIT),
      z.refine(text => /^[\p{L}_][\p{L}\p{N}_.:/-]*$/u.test(text), 'input-label-name'),
    ),
    sign: z.enum(matcherSigns),
    value: z.string().check(z.maxLength(MATCHER_VALUE_LIMIT)),
  })
  .check(({ value, issues }) => {
    const test = compileMatcher(value)
    if (test.ok) return
    issues.push({
      code: 'custom',
      message: 'input-pattern',
      params: { problem: test.fault },
      path: ['value'],
      input: value,
    })
  })

/** Reads what a noise rule hides. Each condition must be one that can be held against an alert. */
export const noiseMatch = z
  .object({
    group: noiseText,
    service: noiseText,
    title: noiseText,
    labels: z.record(labelText, labelText),
    matchers: z.optional(z.readonly(z.array(matcher).check(z.maxLength(10)))),
  })
  .check(
    z.refine(
      ({ group, service, title, labels, matchers = [] }) =>
        group !== null ||
        service !== null ||
        title !== null ||
        Object.keys(labels).length > 0 ||
        matchers.some(one => !fitsNothingToo(one)),
      'input-fits-everything',
    ),
  )
