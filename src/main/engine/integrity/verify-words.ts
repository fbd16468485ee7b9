import { damageWords } from './damages'
import type { Verification, VerifiedLog } from './verify-folder'

/** What was found, in lines for a terminal: damage first, then what is whole, the result at the end. */
export function verificationText(found: Verification): string {
  const { folder, logs, missing, headsThere } = found
  const damaged = logs.filter(({ damage }) => damage !== null)
  const whole = logs.filter(({ damage }) => damage === null)
  const events = logs.reduce((sum, log) => sum + log.events, 0)
  return [
    `${folder}: ${count(logs.length, 'log')}, ${count(events, 'event')}.`,
    ...damaged.map(log => `DAMAGED  ${lineOf(log)}`),
    ...whole.map(log => `whole    ${lineOf(log)}`),
    ...(missing > 0 ? [`MISSING  ${count(missing, 'event')}, and nothing tells of which incident.`] : []),
    ...(headsThere ? [] : ['There is no readable heads.json: whether a log was cut at its end cannot be told.']),
    isWhole(found)
      ? 'The record is whole.'
      : `The record is damaged. Restore the folder from a backup, or go on: the incidents that are whole can be written to.`,
    '',
  ].join('\n')
}

/** Whether everything that can be checked was as it was written. */
export function isWhole({ logs, missing }: Verification): boolean {
  return missing === 0 && logs.every(({ damage }) => damage === null)
}

function lineOf({ incident, title, ofFolder, events, damage, unknown, held }: VerifiedLog): string {
  const name = ofFolder ? 'What belongs to no incident' : (title ?? incident)
  return [
    `${name}: ${count(events, 'event')}`,
    ...(damage === null ? [] : [damageWords(damage)]),
    ...(unknown > 0 ? [`${unknown} of kinds that this version does not know`] : []),
    ...(held > 0 ? [`${held} held`] : []),
  ].join('; ')
}

function count(n: number, what: string): string {
  return `${n.toLocaleString('en')} ${what}${n === 1 ? '' : 's'}`
}
