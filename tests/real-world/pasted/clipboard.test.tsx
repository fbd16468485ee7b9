import '../../support/browser-gaps'
import { cleanup, createEvent, fireEvent, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readClipboard } from '../../../src/renderer/features/timeline/clipboard'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { settle, show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => localStorage.clear())

/** The forms in which a clipboard has one thing, by their types. */
function clipboard(texts: Readonly<Record<string, string>>, files: readonly File[] = []) {
  const strings = Object.keys(texts).map(type => ({ kind: 'string', type, getAsFile: () => null }))
  const items = [...strings, ...files.map(file => ({ kind: 'file', type: file.type, getAsFile: () => file }))]
  return { items, getData: (type: string) => texts[type] ?? '' } as unknown as DataTransfer
}

const png = (name = 'image.png') => new File(['x'], name, { type: 'image/png' })
const table = '<table><tr><td>payments</td><td>503</td></tr><tr><td>cards</td><td>200</td></tr></table>'

describe('[TL13] of the forms of one thing the one that was meant', () => {
  it.each([
    ['text', { 'text/plain': 'one' }, [], 'text'],
    ['nothing', {}, [], 'text'],
    ['text and its markup', { 'text/plain': 'one', 'text/html': '<b>one</b>' }, [], 'text'],
    ['markup alone', { 'text/html': '<p>one</p><p>two</p>' }, [], 'marked-up'],
    ['cells of a spreadsheet', { 'text/plain': 'payments\t503\r\n', 'text/html': table }, [png()], 'text'],
    [
      'a cell with an address',
      { 'text/plain': 'https://x.example', 'text/html': '<td>https://x.example</td>' },
      [png()],
      'text',
    ],
    [
      'words of a document',
      { 'text/plain': 'The pool is full', 'text/html': '<p>The pool is full</p>' },
      [png()],
      'text',
    ],
    ['a screenshot', {}, [png()], 'pictures'],
    ['a picture of a page', { 'text/html': '<img src="https://x.example/a.png" alt="Pool">' }, [png()], 'pictures'],
    [
      'a picture of a page with its address',
      { 'text/plain': 'https://x.example/a.png', 'text/html': '<img src="https://x.example/a.png">' },
      [png()],
      'pictures',
    ],
    ['a picture file with its name', { 'text/plain': 'pool.png' }, [png('pool.png')], 'pictures'],
    [
      'a picture file with its path',
      { 'text/plain': '/home/ada/Bilder/pool%20voll.png' },
      [png('pool voll.png')],
      'pictures',
    ],
    ['two files with their names', { 'text/plain': 'a.png\nb.png' }, [png('a.png'), png('b.png')], 'pictures'],
    ['a log file', { 'text/plain': 'app.log' }, [new File(['x'], 'app.log', { type: 'text/plain' })], 'files'],
  ] as const)('is taken: %s', (_, texts, files, kind) => {
    expect(readClipboard(clipboard(texts, files)).kind).toBe(kind)
  })

  it('is a line for each paragraph and row of markup, with tabs between cells', () => {
    expect(readClipboard(clipboard({ 'text/html': `<style>b{}</style>${table}<p>over</p>` }))).toEqual({
      kind: 'marked-up',
      text: 'payments\t503\ncards\t200\nover',
    })
  })
})

describe('the line', () => {
  const line = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Timeline line' })
  const appended = (calls: readonly { readonly name: string; readonly input: unknown }[]) =>
    calls.filter(({ name }) => name === 'timeline:append').map(({ input }) => (input as { text: string }).text)

  it('[TL12] writes nothing of more lines than can be entries of their own, and says how many can', async () => {
    const { link } = await show(<TimelinePane />)
    const pasted = Array.from({ length: 201 }, (_, at) => `!task @ada task ${at}`).join('\n')
    fireEvent.change(line(), { target: { value: pasted } })
    fireEvent.keyDown(line(), { key: 'Enter', ctrlKey: true })
    await settle()
    expect(appended(link.calls)).toEqual([])
    expect(line().value).toBe(pasted)
    expect(screen.getByText(/too many for entries of their own, 200 at most/)).toBeTruthy()
  })

  it('holds five pasted lines, and writes them as one entry with Enter', async () => {
    const { link } = await show(<TimelinePane />)
    fireEvent.change(line(), { target: { value: 'one\ntwo\nthree\nfour\nfive' } })
    expect(line().value).toBe('one\ntwo\nthree\nfour\nfive')
    expect(screen.getByText(/one entry of 5 lines/)).toBeTruthy()
    fireEvent.keyDown(line(), { key: 'Enter' })
    await settle()
    expect(appended(link.calls)).toEqual(['one\ntwo\nthree\nfour\nfive'])
  })

  it.each([
    ['Ctrl+Enter', () => fireEvent.keyDown(line(), { key: 'Enter', ctrlKey: true })],
    ['the button', () => fireEvent.click(screen.getByRole('button', { name: /writes 5 entries/ }))],
  ])('writes them as five entries with %s', async (_, write) => {
    const { link } = await show(<TimelinePane />)
    fireEvent.change(line(), { target: { value: 'one\ntwo\nthree\nfour\nfive' } })
    write()
    await settle()
    expect(appended(link.calls)).toEqual(['one', 'two', 'three', 'four', 'five'])
    expect(line().value).toBe('')
  })

  it('says so before it cuts 20,000 characters into entries, and loses none', async () => {
    const { link } = await show(<TimelinePane />)
    fireEvent.change(line(), { target: { value: 'x'.repeat(20_000) } })
    expect(line().value).toHaveLength(20_000)
    expect(screen.getByText(/too long for one entry: 2 entries/)).toBeTruthy()
    fireEvent.keyDown(line(), { key: 'Enter' })
    await settle()
    expect(appended(link.calls).map(text => text.length)).toEqual([10_000, 10_000])
  })

  it('writes nothing of a text that is too long to keep, says so, and keeps it in the field', async () => {
    const { link } = await show(<TimelinePane />)
    fireEvent.change(line(), { target: { value: 'x'.repeat(200_001) } })
    fireEvent.keyDown(line(), { key: 'Enter' })
    await settle()
    expect(appended(link.calls)).toEqual([])
    expect(line().value).toHaveLength(200_001)
    expect(screen.getByText(/Too long: 200,001 characters/)).toBeTruthy()
  })

  it.each([
    ['as text', { 'text/plain': 'x'.repeat(200_001) }],
    ['as markup', { 'text/html': `<p>${'x'.repeat(200_001)}</p>` }],
    ['with markup of it', { 'text/plain': 'x '.repeat(1_000_000), 'text/html': table }],
  ])('takes nothing of a text that no line can hold, %s, and says so', async (_, texts) => {
    await show(<TimelinePane />)
    fireEvent.change(line(), { target: { value: 'half a line' } })
    const paste = createEvent.paste(line(), { clipboardData: clipboard(texts) })
    fireEvent(line(), paste)
    expect(paste.defaultPrevented).toBe(true)
    expect(line().value).toBe('half a line')
    expect(screen.getByRole('alert').textContent).toMatch(/^Not pasted: .* \(200,000\)/)
  })

  it('takes the text of a spreadsheet and offers its picture', async () => {
    await show(<TimelinePane />)
    const paste = createEvent.paste(line(), {
      clipboardData: clipboard({ 'text/plain': 'payments\t503', 'text/html': table }, [png()]),
    })
    fireEvent(line(), paste)
    expect(paste.defaultPrevented).toBe(false)
    expect(screen.getByRole('button', { name: 'Add the picture too' })).toBeTruthy()
  })

  it('reads a pasted log file into the line', async () => {
    await show(<TimelinePane />)
    const file = new File(['ERROR pool\nERROR again'], 'app.log', { type: 'text/plain' })
    fireEvent.paste(line(), { clipboardData: clipboard({ 'text/plain': 'app.log' }, [file]) })
    await settle()
    await settle()
    expect(line().value).toBe('ERROR pool\nERROR again')
  })

  it('keeps the lines of an entry when it is corrected', async () => {
    const { link } = await show(<TimelinePane />)
    fireEvent.change(line(), { target: { value: 'one\ntwo' } })
    fireEvent.keyDown(line(), { key: 'Enter' })
    await settle()
    fireEvent.keyDown(line(), { key: 'ArrowUp' })
    const correcting = screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Corrected line' })
    expect(correcting.value).toBe('one\ntwo')
    fireEvent.change(correcting, { target: { value: 'one\ntwo!' } })
    fireEvent.keyDown(correcting, { key: 'Enter' })
    await settle()
    expect(link.calls.findLast(({ name }) => name === 'timeline:correct')?.input).toMatchObject({ text: 'one\ntwo!' })
  })
})
