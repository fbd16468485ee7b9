import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { importsOf, resolved } from './house'

/** One step of a walk: a file, what happens there, and by what the step before leads to it. */
export interface Step {
  readonly number: number
  readonly file: string
  /** A call, push, event or type of the contract that both files name; null: the step before imports this one. */
  readonly by: string | null
  /** The number of the step that leads here; by default the one before. */
  readonly from: number
}

export interface Walk {
  readonly title: string
  readonly steps: readonly Step[]
}

const STEP = /^(\d+)\. `([^`]+)`(?: \((?:from (\d+))?(?:, )?(?:by `([^`]+)`)?\))?: \S/

/** Reads the walks of a document: a heading each, and below it numbered steps. @throws on a step that has another form */
export function walksIn(document: string): readonly Walk[] {
  return document
    .split(/^## /m)
    .slice(1)
    .map(part => {
      const [title = '', ...lines] = part.split('\n')
      return { title, steps: lines.filter(line => /^\d+\. /.test(line)).map(stepOf) }
    })
    .filter(({ steps }) => steps.length > 0)
}

function stepOf(line: string): Step {
  const found = STEP.exec(line)
  if (found === null) throw new Error(`A step reads "1. \`file\` (from 3, by \`name\`): what happens", not: ${line}`)
  const [, number, file = '', from, by = null] = found
  return { number: Number(number), file, by, from: from === undefined ? Number(number) - 1 : Number(from) }
}

/** What is wrong with a walk: a file that is not there, a step that nothing leads to. */
export function faultsOfWalk(project: string, { title, steps }: Walk): readonly string[] {
  return steps.flatMap((step, at) => {
    const said = `${title}, step ${step.number}`
    if (step.number !== at + 1) return [`${said} should have the number ${at + 1}`]
    if (!existsSync(join(project, step.file))) return [`${said}: there is no ${step.file}`]
    if (at === 0) return []
    const before = steps[step.from - 1]
    if (before === undefined || step.from >= step.number) return [`${said} comes from no step before it`]
    return joined(project, before.file, step) ? [] : [`${said}: ${before.file} does not lead to ${step.file}`]
  })
}

function joined(project: string, before: string, { file, by }: Step): boolean {
  const text = readFileSync(join(project, before), 'utf8')
  if (by !== null) return text.includes(by) && readFileSync(join(project, file), 'utf8').includes(by)
  const from = join(project, before)
  return importsOf(text).some(name => resolved(from, name).includes(join(project, file)))
}
