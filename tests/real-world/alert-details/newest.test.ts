import { expect, it } from 'vitest'
import { openByConnection } from '../../../src/main/engine/alerts/open-by-connection'
import { aboutFrom, aboutOf, withAbout } from '../../../src/main/engine/vendors/alert-about'
import type { AlertRow } from '../../../src/shared/contract/alert-rows'
import { cannedBoard } from '../../support/canned-board'

it('[AL14] an annotation with a value in it, which is another at every reading, is told as last read and is no news', () => {
  const row = cannedBoard(0).alerts[0] as AlertRow
  const known = openByConnection()
  const readAt = (value: string) => {
    const read = withAbout(row, () => aboutFrom([{ name: 'description', text: `CPU at ${value} %` }]))
    return [...known.read(row.connection, [read], 0)].flat()
  }
  expect(readAt('81')).toHaveLength(1)
  expect(readAt('97')).toEqual([])
  expect(aboutOf(known.newest(row))?.description).toBe('CPU at 97 %')
})
