import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as z from 'zod/mini'
import { methodFileNames, methodFiles } from '../../../src/shared/domain/method/method-files'
import { playbookFile } from '../../../src/shared/domain/method/playbook-file'
import { isRecord } from '../../../src/shared/lib/read-json'

const readme = readFileSync(join(import.meta.dirname, '../../../resources/method/README.md'), 'utf8')

/** What is below a heading, up to the next one. */
function section(heading: string): string {
  const [, after = ''] = readme.split(`\n## ${heading}\n`)
  return after.split('\n## ')[0] ?? ''
}
const codes = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, code = '']) => code)
/** `levels.*.name` and `gate[].by` are named by their last part. */
const lastPart = (code: string) => code.split('.').at(-1)?.replace('[]', '') ?? code
/** Fields that the tables of a section have rows of; one of a `kind` has it as its value. */
const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .flatMap(line => codes(line.split('|')[1] ?? ''))
    .filter(code => !code.startsWith('kind:'))
    .map(lastPart)

/** Names of all fields of a schema, and the words that a field may be. */
function namesIn(schema: unknown): { readonly fields: ReadonlySet<string>; readonly words: ReadonlySet<string> } {
  const [fields, words] = [new Set<string>(), new Set<string>()]
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one)
    if (!isRecord(node)) return
    if (isRecord(node.properties)) for (const name of Object.keys(node.properties)) fields.add(name)
    for (const word of [node.const, ...(Array.isArray(node.enum) ? node.enum : [])])
      if (typeof word === 'string') words.add(word)
    for (const [key, value] of Object.entries(node)) if (key !== 'enum' && key !== 'const') visit(value)
  }
  visit(schema)
  return { fields, words }
}

const everywhere = section('What holds in all files')
const facts = section('Facts')
/** Of these the README says that they are those of ours, which the files list. */
const ours: Readonly<Record<string, boolean>> = { lifecycle: true }

const schemas = { ...methodFiles, 'playbooks/NAME': playbookFile } as const
const names = [...methodFileNames, 'playbooks/NAME'] as const

describe.each(names)('[MD2] what the README says of %s.yaml', name => {
  const { fields, words } = namesIn(z.toJSONSchema(schemas[name], { io: 'input', unrepresentable: 'any' }))
  const own = section(`${name}.yaml`)
  const named = new Set(
    codes(`${own}${fields.has('facts') ? facts : ''}${everywhere}`)
      .flatMap(code => code.split(/[:,] ?/))
      .map(lastPart),
  )

  it('has each field that the schema has', () => {
    expect([...fields].filter(field => !named.has(field))).toEqual([])
  })

  it('has no field that the schema does not have', () => {
    expect(rowsOf(own).length + codes(own).length).toBeGreaterThan(0)
    expect(rowsOf(own).filter(field => !fields.has(field) && !words.has(field))).toEqual([])
  })

  it('has each word that a field may be', () => {
    expect(ours[name] === true ? [] : [...words].filter(word => !named.has(word))).toEqual([])
  })
})

it('[MD2] the README has a part for each file, and for no other', () => {
  const parts = [...readme.matchAll(/^## (.+)\.yaml$/gm)].map(([, name]) => name)
  expect(parts.toSorted()).toEqual([...names].toSorted())
})
