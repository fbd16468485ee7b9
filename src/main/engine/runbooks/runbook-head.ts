import * as z from 'zod/mini'
import { compilePattern } from '../../../shared/domain/alerts/pattern/pattern'
import { type RunbookHead, runbookApprovals, runbookRisks } from '../../../shared/domain/runbook'
import { type Severity, severities } from '../../../shared/domain/severity'
import { isOneOf } from '../../../shared/lib/read-json'
import { schemaFlaw } from '../../../shared/lib/schema-flaw'
import { HOUR, MINUTE, type Millis, SECOND } from '../../../shared/lib/time'
import { type FileFlaw, readYamlFields } from '../guards/yaml-text'

const word = z.string().check(z.trim(), z.minLength(1), z.maxLength(200), z.regex(/^[^\n]*$/, 'input-one-line'))
/** One name, or a list of them: both are common. */
const words = z.union([
  z.array(word).check(z.maxLength(100)),
  z.pipe(
    word,
    z.transform(one => [one]),
  ),
])
const day = z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'input-day'))

const severity = z.pipe(
  z.union([z.string(), z.number()]).check(
    z.check(({ value, issues }) => {
      if (severityOf(value) === undefined) issues.push(schemaFlaw([], 'input-severity-word', value))
    }),
  ),
  z.transform(value => severityOf(value) ?? 'SEV-4'),
)

/** `SEV-2`, `sev2` and `2` are the same. */
function severityOf(value: string | number): Severity | undefined {
  const level = `SEV-${String(value).replace(/^sev-?/i, '')}`
  return isOneOf(severities, level) ? level : undefined
}

const units: Readonly<Record<string, Millis>> = { s: SECOND, m: MINUTE, h: HOUR }
const span = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,3}[smh]$/, 'input-time-span')),
  z.transform((text): Millis => Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? SECOND)),
)

const pattern = z.string().check(
  z.check(({ value, issues }) => {
    const compiled = compilePattern(value)
    if (compiled.ok) return
    const { code, values } = compiled.fault
    issues.push({ code: 'custom', message: code, params: values ?? {}, path: [], input: value })
  }),
)
const input = z.strictObject({
  name: z.string().check(z.regex(/^[A-Z][A-Z0-9_]{0,63}$/, 'input-variable-name')),
  pattern: z._default(z.nullable(pattern), null),
  secret: z._default(z.boolean(), false),
  default: z._default(z.nullable(z.string().check(z.maxLength(500))), null),
})

const fields = {
  ...{ title: word, services: words, alerts: words },
  severity: z.union([
    z.array(severity),
    z.pipe(
      severity,
      z.transform(one => [one]),
    ),
  ]),
  ...{ owner: word, updated: day, inputs: z.array(input).check(z.maxLength(50)) },
  ...{ risk: z.enum(runbookRisks), approval: z.enum(runbookApprovals), timeout: span },
  'last-tested': day,
}

export interface HeadRead {
  readonly head: RunbookHead
  readonly flaws: readonly FileFlaw[]
}

/**
 * [RN2] Each field of a front matter by itself: one that is wrong counts as not given, and is named with its place.
 * @param text the lines between the two `---`
 * @param title what the runbook is called where the front matter does not say
 */
export function readHead(text: string, title: string): HeadRead {
  const { values, flaws } = readYamlFields(text, fields)
  const { services = [], alerts = [], severity: severities = [], inputs = [] } = values
  return {
    head: {
      ...{ title: values.title ?? title, services, alerts, severity: severities, inputs },
      ...{ owner: values.owner ?? null, updated: values.updated ?? null, risk: values.risk ?? null },
      ...{ approval: values.approval ?? 'none', timeout: values.timeout ?? null },
      lastTested: values['last-tested'] ?? null,
    },
    flaws,
  }
}
