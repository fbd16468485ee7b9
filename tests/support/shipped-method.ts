import { join } from 'node:path'
import { adoptable, type MethodStore, openMethod } from '../../src/main/engine/method/method-store'
import { keptLogger } from './kept-logger'

/** The folder of the method's files that ship. */
export const SHIPPED_METHOD = join(import.meta.dirname, '../../resources/method')

/** The method as it ships, or with the files of a team's folder. */
export function shippedMethod(folder = join(SHIPPED_METHOD, 'no-such-folder')): MethodStore {
  return openMethod(SHIPPED_METHOD, folder, keptLogger())
}

/** What an incident is run by that is declared by the method as it ships. */
export const shippedRules = adoptable(shippedMethod().current(), undefined)
