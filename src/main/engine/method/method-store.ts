import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { CurrentMethod, MethodView } from '../../../shared/contract/method'
import type { PlaybooksView } from '../../../shared/contract/playbooks'
import type { AudienceMatrix } from '../../../shared/domain/audience-matrix'
import { type Cadence, type CadenceOverrides, withOverrides } from '../../../shared/domain/cadence'
import {
  type Method,
  type MethodFileName,
  methodFileNames,
  methodFiles,
} from '../../../shared/domain/method/method-files'
import { type AdoptedMethod, methodCadence, resolvedRules } from '../../../shared/domain/method/method-rules'
import { ok } from '../../../shared/lib/reply'
import { strangersIn, type TeamFile, watchTeamFile } from '../guards/team-file'
import type { Logger } from '../ports'
import type { Handlers } from '../sessions/handlers'
import { openPlaybooks } from './playbook-store'

export interface MethodStore {
  /** As the files are now: those of the team are checked each time, and read if they changed. */
  current(): CurrentMethod
  /** How often it stops and speaks. */
  cadence(): Cadence
  /** [AU1] Whom it informs. */
  audiences(): AudienceMatrix
  /** [PB1] As their files are now. */
  playbooks(): PlaybooksView
}

/** A folder of the method: any number of files. */
const PLAYBOOKS = 'playbooks'

/**
 * [MD1] The method: our files, each replaced by the one of the same name in the team's folder where there is one. [MD2] One
 * that is broken costs nothing but itself: what was read before stays in use, and what is wrong is said with its place.
 * @param shipped the folder of ours, which are read when the method is first needed
 * @param folder the team's; it need not exist
 */
export function openMethod(shipped: string, folder: string, logger: Logger): MethodStore {
  let files: readonly TeamFile<MethodFileName>[] | undefined
  let known: CurrentMethod | undefined
  let wrong = ''
  const playbooks = openPlaybooks(join(shipped, PLAYBOOKS), join(folder, PLAYBOOKS), logger)

  const look = (): CurrentMethod => {
    files ??= methodFileNames.map(name => watchTeamFile(name, methodFiles[name], shipped, folder))
    const changed = files.map(file => file.look()).includes(true)
    const strangers = strangersIn(folder, methodFileNames)
    if (known === undefined || changed || strangers.join() !== known.unknownFiles.join()) known = view(files, strangers)
    return known
  }

  const view = (all: readonly TeamFile<MethodFileName>[], unknownFiles: readonly string[]): CurrentMethod => {
    // Each file was read by the schema of its name.
    const method = Object.fromEntries(all.map(file => [file.name, file.content()])) as unknown as Method
    const version = hashOf(method)
    const states = all.map(file => file.state())
    warn(states.flatMap(({ problem }) => problem?.message ?? []))
    return { name: method.method.name, version, folder, files: states, unknownFiles, method }
  }

  const warn = (problems: readonly string[]) => {
    const all = problems.join('\n')
    if (all !== wrong) for (const problem of problems) logger.warn('A file of the method is not used', { problem })
    wrong = all
  }

  return {
    ...{ current: look, cadence: () => methodCadence(look().method), audiences: () => look().method.audiences },
    playbooks: playbooks.current,
  }
}

/** What an incident takes over: the method's rules, with the cadence and the audiences that the team chose in the app. */
export function adoptable(
  current: CurrentMethod,
  chosen: CadenceOverrides | undefined,
  audiences?: AudienceMatrix | null,
): AdoptedMethod {
  const { name, version, method } = current
  const own = methodCadence(method)
  const cadence = withOverrides(own, chosen)
  const matrix = audiences ?? method.audiences
  const rules = resolvedRules(method, cadence, matrix)
  const differs = [
    ...(isDeepStrictEqual(cadence, own) ? [] : [cadence]),
    ...(isDeepStrictEqual(matrix, method.audiences) ? [] : [matrix]),
  ]
  return { name, version: differs.length === 0 ? version : hashOf([version, ...differs]), rules }
}

function hashOf(content: unknown): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 12)
}

/**
 * @param chosen the cadence that the team chose in the settings
 * @param audiences the matrix that it chose there
 */
export function methodView(
  store: MethodStore,
  chosen: CadenceOverrides | undefined,
  audiences?: AudienceMatrix,
): MethodView {
  const current = store.current()
  return { ...current, adoptable: adoptable(current, chosen, audiences) }
}

export function methodQueries(
  store: MethodStore,
  chosen: () => CadenceOverrides | undefined,
  audiences: () => AudienceMatrix | undefined = () => undefined,
): Handlers<'method:read' | 'playbooks:read'> {
  return {
    'method:read': () => ok(methodView(store, chosen(), audiences())),
    'playbooks:read': () => ok(store.playbooks()),
  }
}
