import * as z from 'zod/mini'
import { schemaFlaw } from '../../lib/schema-flaw'
import { afterwardsOpen, verdicts } from '../checkpoint'
import { handoffSections } from '../handoff-sections'
import { detectionKinds } from '../incident-facts'
import { milestoneNames } from '../milestone'
import { askedFacts } from './asked-facts'
import { audienceFile } from './audience-file'
import {
  bySeverity,
  itemField,
  itemsOf,
  keyField,
  minutesField,
  minutesOrNever,
  severityKey,
  textField,
} from './method-fields'
import { closingMeasures, firstStepFacts, gateMeasures } from './method-measures'
import { severityFile } from './severity-file'
import { treeFile } from './tree-file'

/** [TC5] Minutes of overlap. [TC2] Sections that are read back first, in this order; the others follow. */
const transferRules = z.strictObject({
  overlap: z.number().check(z.int(), z.gte(5), z.lte(240)),
  readBack: z.optional(
    z.array(z.enum(handoffSections)).check(z.refine(of => new Set(of).size === of.length, 'names a section twice')),
  ),
})

const checkpointFile = z.strictObject({
  ...{ first: bySeverity(minutesOrNever), every: bySeverity(minutesOrNever) },
  long: z.strictObject({ after: minutesField, every: minutesField }),
  // Files of teams from before it had none.
  command: z.optional(z.strictObject({ ask: minutesField, insist: minutesField })),
  transfer: z.optional(transferRules),
  leads: z.optional(minutesField),
  questions: itemsOf(z.strictObject({ id: keyField, asks: textField })),
  verdicts: itemsOf(z.strictObject({ id: z.enum(verdicts), text: textField, tree: z.optional(keyField) })).check(
    z.length(verdicts.length),
  ),
  afterwards: itemsOf(z.strictObject({ ...itemField.shape, opens: z.optional(z.enum(afterwardsOpen)) })),
})

const firstStep = z.strictObject({ ...itemField.shape, by: z.optional(z.enum(firstStepFacts)) })

const firstResponseFile = z.strictObject({
  firstResponse: itemsOf(firstStep),
  commanderFirst: itemsOf(z.strictObject({ ...firstStep.shape, say: z.optional(textField) })),
  ...{ commanderDoes: itemsOf(itemField), commanderDoesNot: itemsOf(itemField) },
})

const lifecycleFile = z.strictObject({
  milestones: itemsOf(z.strictObject({ id: z.enum(milestoneNames), text: textField })),
  detectedBy: itemsOf(z.strictObject({ id: z.enum(detectionKinds), text: textField })),
})

/** [DN2] Minutes in which objections to a proposal are asked for. */
const decisionsFile = z.strictObject({ objections: minutesField })

const gateGroups = ['health', 'customers', 'stability'] as const

const resolutionFile = z.strictObject({
  stable: bySeverity(minutesField),
  gate: itemsOf(
    z.strictObject({
      ...{ ...itemField.shape, group: z.enum(gateGroups) },
      severities: z.optional(z.array(severityKey).check(z.minLength(1), z.maxLength(4))),
      by: z.optional(z.enum(gateMeasures)),
    }),
  ),
  closing: itemsOf(z.strictObject({ ...itemField.shape, by: z.optional(z.enum(closingMeasures)) })),
  farewell: itemsOf(itemField),
  reviewWithin: z.number().check(z.int(), z.gte(1), z.lte(24 * 365)),
})

const menu = z.strictObject({
  speeds: itemsOf(itemField),
  measures: itemsOf(z.strictObject({ ...itemField.shape, speed: keyField })),
  causes: itemsOf(
    z.strictObject({
      ...itemField.shape,
      facts: askedFacts,
      try: z
        .array(z.strictObject({ id: z.optional(keyField), text: textField, measure: z.optional(keyField) }))
        .check(z.minLength(1), z.maxLength(20)),
    }),
  ),
})

const mitigationFile = menu.check(z.check(({ value, issues }) => void issues.push(...menuFlaws(value))))

function menuFlaws({ speeds, measures, causes }: z.output<typeof menu>) {
  const known = { speeds: new Set(speeds.map(({ id }) => id)), measures: new Set(measures.map(({ id }) => id)) }
  const flaws = measures.flatMap(({ speed }, at) =>
    known.speeds.has(speed)
      ? []
      : [schemaFlaw(['measures', at, 'speed'], 'input-edge-to-nothing', measures, { name: speed })],
  )
  // A task or an attempt names what it is by: of the menu and of all causes each id once.
  const ids = new Set(known.measures)
  for (const [at, cause] of causes.entries())
    for (const [place, { id, measure }] of cause.try.entries()) {
      const path = ['causes', at, 'try', place] as const
      if (measure !== undefined && !known.measures.has(measure))
        flaws.push(schemaFlaw([...path, 'measure'], 'input-edge-to-nothing', causes, { name: measure }))
      if (id !== undefined && ids.has(id)) flaws.push(schemaFlaw([...path, 'id'], 'input-there-twice', causes))
      if (id !== undefined) ids.add(id)
    }
  return flaws
}

const nameFile = z.strictObject({ name: textField })

/** The files of the method, by name; a team may replace each by itself. */
export const methodFiles = {
  method: nameFile,
  severity: severityFile,
  checkpoint: checkpointFile,
  audiences: audienceFile,
  'first-response': firstResponseFile,
  lifecycle: lifecycleFile,
  decisions: decisionsFile,
  resolution: resolutionFile,
  mitigation: mitigationFile,
  trees: treeFile,
} as const

export type MethodFileName = keyof typeof methodFiles
export const methodFileNames = Object.keys(methodFiles) as readonly MethodFileName[]

/** All of the method, each file as it was read. */
export type Method = { readonly [Name in MethodFileName]: z.output<(typeof methodFiles)[Name]> }
