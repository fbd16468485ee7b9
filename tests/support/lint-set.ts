import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { lintUpdate } from '../../src/shared/domain/lint/lint'
import type { LintedUpdate, LintFinding, LintRule } from '../../src/shared/domain/lint/lint-finding'
import type { LintWords } from '../../src/shared/domain/lint/lint-words'
import type { ComponentStatus, Stage } from '../../src/shared/domain/update'

/** An entry of the labelled set, whose schema a test of its own holds. */
export interface LabelledUpdate {
  readonly id: string
  readonly stage: Stage
  readonly incident: {
    readonly status: string
    readonly identified: boolean
    readonly components: Readonly<Record<string, ComponentStatus>>
  }
  readonly zone: string
  readonly at: string
  readonly previous: string | null
  readonly title: string
  readonly body: string
  readonly fault: LintRule | null
}

/** From the project's folder, because benches run in a bundle somewhere else. */
const folder = join(process.cwd(), 'tests/lint-set')

/** The parts that rules were written on, and the last, which they are only measured with. */
export const lintSetParts = ['a', 'b', 'c', 'd'] as const
export type LintSetPart = (typeof lintSetParts)[number]

export function labelledPart(part: LintSetPart): readonly LabelledUpdate[] {
  const files = readdirSync(folder).filter(name => name.startsWith(`part-${part}-`))
  return files.flatMap(name => parse(readFileSync(join(folder, name), 'utf8')) as LabelledUpdate[])
}

/** What the lint is given of an entry: never its id, its label or its note, and of the next update only what the text says. */
export function asLinted({ title, body, stage, incident, zone, at, previous }: LabelledUpdate): LintedUpdate {
  return {
    ...{ title, body, stage, zone, previous, now: Date.parse(at), nextUpdate: { asked: true, at: null } },
    incident: {
      ...{ resolved: incident.status === 'resolved', identified: incident.identified },
      components: incident.components,
    },
  }
}

export interface LintCount {
  readonly faults: number
  readonly found: number
  readonly good: number
  /** Good ones that are not published without a reason, or not at all. */
  readonly blocked: number
  /** Good ones about which something is asked. */
  readonly asked: number
  /** `fault: found of all`, one for each fault. */
  readonly byFault: readonly string[]
}

export function countLint(entries: readonly LabelledUpdate[], words: LintWords): LintCount {
  const judged = entries.map(entry => ({ entry, findings: lintUpdate(asLinted(entry), words).findings }))
  const faulty = judged.filter(({ entry }) => entry.fault !== null)
  const good = judged.filter(({ entry }) => entry.fault === null)
  const hit = ({ entry, findings }: (typeof judged)[number]) => findings.some(({ rule }) => rule === entry.fault)
  const holds = ({ level }: LintFinding) => level !== 'asks'
  const byFault = [...Map.groupBy(faulty, ({ entry }) => entry.fault)].map(
    ([fault, all]) => `${fault}: ${all.filter(hit).length} of ${all.length}`,
  )
  return {
    ...{ faults: faulty.length, found: faulty.filter(hit).length, good: good.length },
    blocked: good.filter(({ findings }) => findings.some(holds)).length,
    asked: good.filter(({ findings }) => findings.some(finding => !holds(finding))).length,
    byFault: byFault.sort(),
  }
}
