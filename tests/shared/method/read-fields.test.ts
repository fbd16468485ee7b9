import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { methodFiles } from '../../../src/shared/domain/method/method-files'

/** Where each field is read; `*` is each severity. */
const readers: Readonly<Record<string, readonly string[]>> = {
  'main/engine/method/method-store': ['method.name'],
  'renderer/severity/severity-choice': [
    ...['name', 'users', 'revenue', 'typical', 'response', 'review'].map(field => `severity.levels.*.${field}`),
    'severity.levels',
  ],
  'renderer/features/roles/assign-dialog': ['severity.levels.*.command'],
  'shared/domain/method/method-rules': [
    ...['acknowledge', 'firstResponse', 'commanderEngaged', 'firstNotice', 'customerUpdate', 'slower'].map(
      field => `severity.levels.*.${field}`,
    ),
    ...['severity.levels.*.slower.after', 'severity.levels.*.slower.customerUpdate', 'severity.targets'],
    ...['checkpoint.first', 'checkpoint.every', 'checkpoint.long', 'checkpoint.long.after', 'checkpoint.long.every'],
    ...['checkpoint.command', 'checkpoint.transfer', 'checkpoint.leads', 'checkpoint.questions', 'checkpoint.verdicts'],
    ...['checkpoint.afterwards', 'resolution.stable', 'resolution.gate', 'resolution.closing', 'resolution.farewell'],
    'resolution.reviewWithin',
  ],
  'shared/domain/audience-matrix': [
    ...['audiences.audiences', 'audiences.audiences.as', 'audiences.audiences.name', 'audiences.audiences.cadence'],
    ...['audiences.audiences.cadence.*.first', 'audiences.audiences.cadence.*.next'],
  ],
  'shared/domain/audience-due': ['audiences.follow'],
  'shared/events/method-adopted': ['audiences.audiences.needs', 'audiences.audiences.channels'],
  'shared/domain/method/severity-proposal': [
    ...['severity.unknown', 'severity.otherwise', 'severity.rules', 'severity.rules.fact', 'severity.rules.over'],
    ...['severity.rules.severity', 'severity.questions.answers.severity'],
  ],
  'renderer/features/impact/figures-dialog': ['severity.downtime'],
  'renderer/severity/severity-calculator': [
    ...['severity.questions', 'severity.questions.asks', 'severity.questions.answers'],
    'severity.questions.answers.text',
  ],
  'shared/domain/method/prompt-rules': [
    ...['severity.raise', 'severity.lower', 'severity.raise.text', 'severity.lower.text', 'severity.raise.when'],
    'severity.lower.when',
    ...['kind', 'for', 'after', 'more', 'customers', 'within', 'words'].map(field => `severity.raise.when.${field}`),
    ...['kind', 'for', 'known'].map(field => `severity.lower.when.${field}`),
  ],
  'shared/domain/deadlines': ['checkpoint.command.ask', 'checkpoint.command.insist'],
  'main/engine/handoff/transfer-commands': ['checkpoint.transfer.overlap'],
  'main/engine/handoff/transfer-sections': ['checkpoint.transfer.readBack'],
  'renderer/features/checkpoint/checkpoint-sheet': ['checkpoint.questions.asks'],
  'renderer/features/checkpoint/checkpoint-dialog': ['checkpoint.verdicts.text', 'checkpoint.verdicts.tree'],
  'renderer/features/checkpoint/afterwards': ['checkpoint.afterwards.text', 'checkpoint.afterwards.opens'],
  'renderer/features/roles/first-steps': [
    ...['firstResponse', 'commanderFirst'].flatMap(list =>
      ['', '.text', '.by'].map(field => `first-response.${list}${field}`),
    ),
    'first-response.commanderFirst.say',
  ],
  'renderer/features/roles/role-card-dialog': [
    ...['commanderDoes', 'commanderDoesNot'].flatMap(list => [`first-response.${list}`, `first-response.${list}.text`]),
  ],
  'renderer/features/milestones/times-dialog': ['lifecycle.milestones', 'lifecycle.milestones.text'],
  'renderer/stores/use-detection-ways': ['lifecycle.detectedBy', 'lifecycle.detectedBy.text'],
  'main/engine/engine': ['decisions.objections'],
  'main/engine/gate/gate-watch': ['resolution.gate.severities'],
  'shared/domain/method/gate': ['resolution.gate.group', 'resolution.gate.text', 'resolution.gate.by'],
  'shared/domain/resolution': ['resolution.closing.text', 'resolution.closing.by', 'resolution.farewell.text'],
  'renderer/features/method/mitigation-rows': [
    ...['mitigation.speeds', 'mitigation.speeds.text', 'mitigation.measures', 'mitigation.measures.text'],
    ...['mitigation.measures.speed', 'mitigation.causes', 'mitigation.causes.text', 'mitigation.causes.facts'],
    ...['mitigation.causes.try', 'mitigation.causes.try.text', 'mitigation.causes.try.measure'],
  ],
  'renderer/features/method/live-facts': [
    ...['mitigation.causes.facts.kind', 'mitigation.causes.facts.words', 'trees.trees.questions.facts.kind'],
    'trees.trees.questions.facts.words',
  ],
  'renderer/features/method/tree-dialog': ['trees.trees', 'trees.trees.title'],
  'shared/domain/method/tree-walk': [
    ...['trees.trees.questions', 'trees.trees.questions.yes', 'trees.trees.questions.no'],
    ...['trees.trees.questions.unknown', 'trees.trees.results', 'trees.trees.shortcuts', 'trees.trees.shortcuts.to'],
    'trees.trees.shortcuts.text',
  ],
  'renderer/features/method/tree-walk-view': [
    ...['trees.trees.questions.asks', 'trees.trees.questions.facts', 'trees.trees.results.text'],
    ...['', '.kind', '.text', '.after', '.tree'].map(field => `trees.trees.results.next${field}`),
  ],
}

interface Schema {
  readonly _zod: { readonly def: Definition }
}
interface Definition {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly element?: Schema
  readonly innerType?: Schema
  readonly options?: readonly Schema[]
}

/** The names of all fields that a file may have, those of lists and of optional ones included. */
function fieldsOf({ _zod: { def } }: Schema, path: string): readonly string[] {
  const { shape = {}, element, innerType, options = [] } = def
  const inside = [element, innerType, ...options].flatMap(one => (one === undefined ? [] : fieldsOf(one, path)))
  const own = Object.entries(shape).flatMap(([name, field]) => {
    const place = `${path}.${/^SEV-\d$/.test(name) ? '*' : name}`
    return [place, ...fieldsOf(field, place)]
  })
  return [...own, ...inside]
}

const isPlain = (path: string) => !path.endsWith('.*') && !path.endsWith('.id')
const fields = new Set(
  Object.entries(methodFiles)
    .flatMap(([name, schema]) => fieldsOf(schema as unknown as Schema, name))
    .filter(isPlain),
)

describe('[MD4] the fields of the method', () => {
  it('have each a place that reads it', () => {
    expect(new Set(Object.values(readers).flat())).toEqual(fields)
  })

  it.each(Object.entries(readers))('are read in %s', (file, paths) => {
    const place = ['ts', 'tsx'].flatMap(end => readIfThere(`src/${file}.${end}`)).join('')
    const code = place.replace(/^\s*(\/?\*|\/\/).*$/gm, '').replace(/^import .*$/gm, '')
    const unread = paths.filter(path => !new RegExp(`\\b${path.split('.').at(-1)}\\b`).test(code))
    expect(unread).toEqual([])
  })
})

function readIfThere(path: string): readonly string[] {
  try {
    return [readFileSync(path, 'utf8')]
  } catch {
    return []
  }
}
