import { join } from 'node:path'
import { type MethodStore, methodView, openMethod } from '../../src/main/engine/method/method-store'
import { keptLogger } from './kept-logger'

/** The folder of the method's files that ship; from the project's folder, because benches run in a bundle somewhere else. */
export const SHIPPED_METHOD = join(process.cwd(), 'resources/method')

/** The method as it ships, or with the files of a team's folder. */
export function shippedMethod(folder = join(SHIPPED_METHOD, 'no-such-folder')): MethodStore {
  return openMethod(SHIPPED_METHOD, folder, keptLogger())
}

/** The method as it ships, with the cadence that it has. */
export const shippedView = methodView(shippedMethod(), undefined)

/** What an incident is run by that is declared by it. */
export const shippedRules = shippedView.adoptable

/** The playbooks that ship. */
export const shippedPlaybooks = shippedMethod().playbooks().playbooks
