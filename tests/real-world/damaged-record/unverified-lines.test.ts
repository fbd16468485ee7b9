import { expect, it } from 'vitest'
import { type HandoffId, newId } from '../../../src/shared/domain/ids'
import { closedRecord, DECLARATION } from '../../support/closed-record'
import { engineOn, tamper, type } from '../../support/damaged-record'

const record = closedRecord()
const NOT_VERIFIED = 'not verified: the record is damaged before this'

it('[IN13] the handoff of a damaged log says of each line behind the damage that it is not verified', async () => {
  const engine = engineOn(record.folder)
  const handoff = newId<HandoffId>()
  await engine.call('handoff:write', { incident: record.payments, handoff })
  await engine.stop()
  const altered = record.seqOf(DECLARATION + 3)
  tamper(record.folder, `UPDATE event SET body = replace(body, 'payments', 'nothing') WHERE seq = ${altered}`)
  const opened = record.opened()
  expect(await record.damageOn(opened)).toMatchObject({
    damage: { place: DECLARATION + 3, provenSeq: record.seqOf(DECLARATION + 2) },
  })
  for (const format of ['markdown', 'html'] as const) {
    const read = await opened.call('handoff:read', { incident: record.payments, handoff, format })
    const lines = read.ok ? read.value.text.split('\n') : []
    const marked = (text: string) => lines.filter(line => line.includes(text)).map(line => line.includes(NOT_VERIFIED))
    expect(marked('payments 1')).toEqual([false])
    expect(marked('payments 2')).toEqual([false])
    expect(marked('nothing 3')).toEqual([true])
    expect(marked('payments 4')).toEqual([true])
  }
})

it('[IN13] of a log that was cut every line that is left is verified', async () => {
  const [engine, last] = [engineOn(record.folder), record.seqOf(DECLARATION + 4)]
  await type(engine, record.payments, 'payments 5')
  await engine.stop()
  tamper(record.folder, `DELETE FROM event WHERE seq = ${record.seqOf(DECLARATION + 5)}`)
  expect(await record.damageOn(record.opened())).toMatchObject({ damage: { what: 'cut', provenSeq: last } })
})
