import { damageText } from './damages'
import type { Verification, VerifiedLog } from './verify-folder'

/** What was found, in lines for a terminal: damage first, then what is whole, the result at the end. */
export function verificationText(found: Verification): string {
  const { folder, parts, missing, headsThere } = found
  const logs = found.logs ?? []
  const damaged = logs.filter(({ damage }) => damage !== null)
  const whole = logs.filter(({ damage }) => damage === null)
  const events = logs.reduce((sum, log) => sum + log.events, 0)
  return [
    found.logs === null
      ? `${folder}: its logs cannot be read one by one.`
      : `${folder}: ${count(logs.length, 'log')}, ${count(events, 'event')}.`,
    ...parts.map(
      ({ table, index }) => `DAMAGED  The file is broken in ${index ? 'an index of ' : ''}the table ${table}.`,
    ),
    ...damaged.map(log => `DAMAGED  ${lineOf(log)}`),
    ...whole.map(log => `whole    ${lineOf(log)}`),
    ...(missing > 0 ? [`MISSING  ${count(missing, 'event')}, and nothing tells of which incident.`] : []),
    ...(headsThere ? [] : ['There is no readable heads.json: whether a log was cut at its end cannot be told.']),
    isWhole(found) ? 'The record is whole.' : `The record is damaged. ${wayOut(found)}`,
    '',
  ].join('\n')
}

/** Whether everything that can be checked was as it was written. */
export function isWhole({ logs, parts, missing }: Verification): boolean {
  return parts.length === 0 && missing === 0 && (logs?.every(({ damage }) => damage === null) ?? false)
}

function wayOut({ logs, parts }: Verification): string {
  if (parts.length === 0)
    return 'Restore the folder from a backup, or go on: the incidents that are whole can be written to.'
  const logsWhole = logs?.every(({ damage }) => damage === null) ?? false
  return logsWhole && parts.every(({ index }) => index)
    ? 'Run quarterdeck backup FILE: if it makes a copy, restore that, and nothing is lost. If not, restore the newest backup that is whole.'
    : 'Restore the newest backup that is whole with quarterdeck restore FILE --data DIR, and keep this folder.'
}

function lineOf({ incident, title, ofFolder, events, damage, unknown, held }: VerifiedLog): string {
  const name = ofFolder ? 'Events outside incidents' : (title ?? incident)
  return [
    `${name}: ${count(events, 'event')}`,
    ...(damage === null ? [] : [damageText(damage)]),
    ...(unknown > 0 ? [`${unknown} of kinds that this version does not know`] : []),
    ...(held > 0 ? [`${held} held`] : []),
  ].join('; ')
}

function count(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`
}
