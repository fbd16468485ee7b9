import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type * as z from 'zod/mini'
import { type CodedText, coded, partOf } from '../../../shared/contract/coded-text'
import { readChanged } from './changed-file'
import { readYaml } from './yaml-text'

/** Ours are a tenth of it. */
export const MOST_TEAM_FILE_BYTES = 200_000

/** A YAML file of ours that a team may replace by one of the same name in a folder of theirs. */
export interface TeamFile<Name extends string> {
  readonly name: Name
  /** @returns whether anything about it is different now */
  look(): boolean
  /** As the schema read it; undefined: ours has none, and the team's was never whole. */
  content(): unknown
  state(): TeamFileState<Name>
}

export interface TeamFileState<Name extends string> {
  readonly name: Name
  readonly from: 'shipped' | 'team'
  /** Of the team's file, whether it is there or not. */
  readonly path: string
  /** Why the team's file is not used. */
  readonly problem: CodedText | undefined
}

/**
 * [MD2] One that is broken costs nothing but itself: what was read before stays in use, and what is wrong is said with its place.
 * @param shipped the folder of ours; undefined: we have none of that name
 * @param folder the team's; it need not exist
 */
export function watchTeamFile<Name extends string>(
  name: Name,
  schema: z.ZodMiniType,
  shipped: string | undefined,
  folder: string,
): TeamFile<Name> {
  const ours = shipped === undefined ? undefined : readShipped(name, schema, shipped)
  const path = join(folder, `${name}.yaml`)
  let team: { readonly content: unknown } | undefined
  let problem: CodedText | undefined
  let stamp = ''

  const reject = (why: CodedText, seen: string) => {
    const before = problem?.message
    problem = why
    stamp = seen
    return why.message !== before
  }

  return {
    name,
    look() {
      const file = readChanged(path, MOST_TEAM_FILE_BYTES, stamp)
      if (!file.ok) return reject(coded('file-problem', { path, problem: partOf(file.fault) }), '')
      if (file.value.state === 'unchanged') return false
      if (file.value.state === 'absent') {
        const had = team !== undefined || problem !== undefined
        team = undefined
        problem = undefined
        stamp = ''
        return had
      }
      const read = readYaml(file.value.text, schema)
      if (!read.ok) return reject(coded('file-place', { path, ...read.fault }), file.value.stamp)
      team = { content: read.value }
      problem = undefined
      stamp = file.value.stamp
      return true
    },
    content: () => team?.content ?? ours,
    state: () => ({ name, from: team === undefined ? 'shipped' : 'team', path, problem }),
  }
}

/** @throws where it is broken: it is part of the program, and tests read each of them */
function readShipped(name: string, schema: z.ZodMiniType, shipped: string): unknown {
  const path = join(shipped, `${name}.yaml`)
  const read = readYaml(readFileSync(path, 'utf8'), schema)
  if (!read.ok) throw new Error(coded('file-place', { path, ...read.fault }).message)
  return read.value
}

const MOST_STRANGERS = 20

/** Files that were put there in the belief that they are read. */
export function strangersIn(folder: string, names: readonly string[]): readonly string[] {
  try {
    const known = names.map(name => `${name}.yaml`)
    const found = readdirSync(folder).filter(file => /\.ya?ml$/i.test(file) && !known.includes(file))
    return found.sort().slice(0, MOST_STRANGERS)
  } catch {
    // There need be no such folder; one that cannot be read says so for each file in it.
    return []
  }
}
