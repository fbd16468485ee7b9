import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import {
  backupFrom,
  backupName,
  backupsIn,
  outdated,
  removeUnfinished,
} from '../../../src/main/engine/backups/backup-files'
import { DAY, HOUR } from '../../../src/shared/lib/time'
import { scratchFolder } from '../../support/folders'

const noon = Date.UTC(2026, 10, 29, 12)

const filesAt = (...times: readonly (readonly [at: number, mark?: string])[]) =>
  times.flatMap(([at, mark]) => backupFrom(backupName(at, mark)) ?? [])

const left = (files: ReturnType<typeof filesAt>) =>
  files.filter(file => !outdated(files).includes(file)).map(({ name }) => name)

it.each(['', 'damaged', 'format-70'])('[BU2] a name says when and why: %s', mark => {
  const reason = { '': 'day', damaged: 'damaged', 'format-70': 'format' }[mark]
  const name = backupName(noon, mark)
  expect(backupFrom(name)).toEqual({ name, at: noon, reason })
})

it.each([
  'mine.sqlite',
  'quarterdeck.sqlite',
  `${backupName(noon)}.partial`,
  'quarterdeck-2026-13-99T99-99-99Z.sqlite',
])('[BU2] %s is none of ours', name => expect(backupFrom(name)).toBeUndefined())

it('[BU2] keeps the newest of a day, of the last seven days with one, however long the pauses', () => {
  const days = Array.from({ length: 10 }, (_, day) => noon - day * 30 * DAY)
  const files = filesAt(...days.flatMap(day => [[day], [day + HOUR]] as const))
  expect(left(files)).toEqual(days.slice(0, 7).map(day => backupName(day + HOUR)))
})

it('[BU2] never lets a backup of a damaged record take the place of one that was whole', () => {
  const whole = filesAt([noon - 40 * DAY], [noon - 50 * DAY])
  const damaged = filesAt(...Array.from({ length: 20 }, (_, day) => [noon - day * DAY, 'damaged'] as const))
  expect(left([...damaged, ...whole])).toEqual([...damaged.slice(0, 2), ...whole].map(({ name }) => name))
})

it('[BU2] keeps three of before changes of format beside those of the days', () => {
  const files = filesAt(...[70, 100, 120, 130].map((format, n) => [noon + n * DAY, `format-${format}`] as const))
  expect(left(files)).toEqual(files.slice(1).map(({ name }) => name))
})

it('[BU1] removes what a killed process left half written, and nothing else', () => {
  const folder = scratchFolder()
  const unfinished = `${backupName(noon)}.partial`
  const others = ['notes.partial', backupName(noon), 'photo.png']
  for (const name of [unfinished, `${unfinished}-journal`, ...others]) writeFileSync(join(folder, name), 'x')
  mkdirSync(join(folder, 'older'))
  removeUnfinished(folder)
  expect(readdirSync(folder).sort()).toEqual([...others, 'older'].sort())
  expect(backupsIn(folder)).toMatchObject([{ at: noon }])
  expect(backupsIn(join(folder, 'nowhere'))).toEqual([])
})
