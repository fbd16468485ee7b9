import { findCommand, needs } from '../../scripts/needs.mjs'

/** The file of a program that `npm test` asks for. @throws where it is not installed; suites that need it carry its tag */
export function programFile(name: 'prometheus' | 'alertmanager' | 'node-exporter'): string {
  const need = needs.find(one => one.name === name)
  const file = need === undefined ? null : findCommand(need)
  if (file === null) throw new Error(`${name} is not installed`)
  return file
}
