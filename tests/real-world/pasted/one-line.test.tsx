import '../../support/browser-gaps'
import { cleanup, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { asOneLine, joinPastedLines } from '../../../src/renderer/ui/one-line-paste'
import { TextArea, TextField } from '../../../src/renderer/ui/text-fields'
import { show } from '../../support/shown'

let stop: () => void
beforeEach(() => {
  stop = joinPastedLines(document)
})
afterEach(() => {
  stop()
  cleanup()
})

/** @returns whether the paste was left to the browser */
const paste = (into: Element, text: string) =>
  fireEvent.paste(into, { clipboardData: { getData: (type: string) => (type === 'text/plain' ? text : '') } })

describe('[TX3] several lines that are pasted into a field of one line', () => {
  it.each([
    ['failed\nat 14:03', 'failed at 14:03'],
    ['failed\r\n\r\n  at 14:03  \r\nagain\n', 'failed at 14:03 again'],
    ['失敗\n۱۴:۰۳', '失敗 ۱۴:۰۳'],
    ['one', 'one'],
    ['\n\n', ''],
    ['', ''],
  ])('become one, with a space for each break: %j', (pasted, joined) => {
    expect(asOneLine(pasted)).toBe(joined)
  })

  it('of ten thousand lines are joined at once', () => {
    const lines = Array.from({ length: 10_000 }, (_, at) => `${' '.repeat(50)}line ${at}`)
    expect(asOneLine(lines.join('\n'))).toBe(lines.map(line => line.trim()).join(' '))
  })

  it('stand where the caret was, in the place of what was marked', async () => {
    const typed: string[] = []
    await show(<Typing onText={text => typed.push(text)} />)
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'One' })
    field.setSelectionRange(2, 4)
    expect(paste(field, 'x\ny')).toBe(false)
    expect(typed).toEqual(['abx yef'])
  })

  it('are left to the browser in a field of many lines, in a password, and where it is one line anyway', async () => {
    await show(<Typing onText={() => undefined} />)
    expect(paste(screen.getByRole('textbox', { name: 'Many' }), 'x\ny')).toBe(true)
    expect(paste(screen.getByLabelText('Secret'), 'x\ny')).toBe(true)
    expect(paste(screen.getByRole('textbox', { name: 'One' }), 'x y')).toBe(true)
  })
})

function Typing({ onText }: { readonly onText: (text: string) => void }) {
  const same = { limit: null, readOnly: false }
  return (
    <>
      <TextField {...same} label="One" value="abcdef" onChange={event => onText(event.currentTarget.value)} />
      <TextField {...same} label="Secret" type="password" value="" onChange={() => undefined} />
      <TextArea {...same} label="Many" value="" onChange={() => undefined} />
    </>
  )
}
