import { ok } from '../../../shared/lib/reply'
import { refused } from '../record/decision'
import type { Handlers } from '../sessions/handlers'
import type { Backups } from './backups'

const inDrill = refused('drill-backups')

/** @param backups undefined in a drill, whose record is nobody's to keep */
export function backupQueries(backups: Backups | undefined): Handlers<'record:backups'> {
  return { 'record:backups': () => (backups === undefined ? inDrill : ok(backups.state())) }
}

export function backupChanges(backups: Backups | undefined): Handlers<'record:back-up'> {
  return { 'record:back-up': async () => (backups === undefined ? inDrill : ok(await backups.make(true))) }
}
