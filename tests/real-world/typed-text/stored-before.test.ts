import { expect, it } from 'vitest'
import { openStore } from '../../../src/main/engine/storage/store'
import { readTypedText, writeTypedText } from '../../../src/main/engine/storage/typed-texts'
import { scratchFolder } from '../../support/folders'
import { writeOlderRecord } from '../../support/older-format'

function open(folder: string) {
  const store = openStore(folder)
  if (!store.ok) throw new Error(store.fault.message)
  return store.value
}

const line = { screen: 'screen-1', incident: 'inc-1', field: 'line' }

it('[TL9] a line that was half typed before fields were told apart is still there', () => {
  const folder = scratchFolder()
  writeOlderRecord(
    folder,
    50,
    "INSERT INTO keptLine (screen, incident, text, at) VALUES ('screen-1', 'inc-1', 'Half a sen', 7)",
  )
  const after = open(folder)
  expect(readTypedText(after.db, line)).toEqual({ text: 'Half a sen', at: 7 })
  after.close()
})

it('[TX1] each field of each incident and screen has its own text, and an older one comes too late', () => {
  const { db, close } = open(scratchFolder())
  const impact = { ...line, field: 'impact' }
  writeTypedText(db, line, { text: 'line', at: 2 })
  writeTypedText(db, impact, { text: 'impact', at: 2 })
  writeTypedText(db, { ...impact, incident: '' }, { text: 'declare', at: 2 })
  writeTypedText(db, impact, { text: 'older', at: 1 })
  expect(readTypedText(db, line).text).toBe('line')
  expect(readTypedText(db, impact).text).toBe('impact')
  expect(readTypedText(db, { ...impact, incident: '' }).text).toBe('declare')
  expect(readTypedText(db, { ...impact, screen: 'screen-2' })).toEqual({ text: '', at: 0 })
  close()
})
