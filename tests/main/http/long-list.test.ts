import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapLongList, parseLongList, partsOfList } from '../../../src/main/engine/http/long-list'
import { ok } from '../../../src/shared/lib/reply'

async function parts(text: string): Promise<readonly unknown[]> {
  const found: unknown[] = []
  for await (const part of partsOfList(text)) found.push(part)
  return found
}

/** Long enough to be divided, with places in its rows that look like the end of one. */
const alert = (n: number) => ({
  labels: { alertname: 'x'.repeat(n % 900), text: '},{ "a": [1,2' },
  receivers: Array.from({ length: n % 5 }, (_, at) => ({ name: `r${at}` })),
  n,
})
const many = Array.from({ length: 3_000 }, (_, n) => alert(n))

describe('a long list', () => {
  it.each([
    ['compact', JSON.stringify(many)],
    ['written over lines', `\n${JSON.stringify(many, null, 2)}\n`],
  ])('has all rows, in parts: %s', async (_, text) => {
    const found = await parts(text)
    expect(found.length).toBeGreaterThanOrEqual(3)
    expect(found.flat()).toEqual(many)
  })

  it('has the rows of any list that is long', async () => {
    const row = fc.oneof(fc.object({ maxDepth: 3 }), fc.string(), fc.constant('},{'), fc.integer())
    const filler = { filler: '},{"'.repeat(20_000) }
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 6 }), async some => {
        // Compared as JSON, which knows neither -0 nor undefined.
        const list = JSON.parse(JSON.stringify([...some, filler, ...some, filler, filler, filler, ...some]))
        expect((await parts(JSON.stringify(list))).flat()).toEqual(list)
      }),
      { numRuns: 40 },
    )
  })

  it('is refused where it is cut, wherever that is, or something follows it', async () => {
    const text = JSON.stringify(many)
    for (const cut of [1, 100, text.length / 2, text.length - 1]) {
      await expect(parts(text.slice(0, Math.floor(cut)))).rejects.toThrow(SyntaxError)
    }
    await expect(parts(`${text}x`)).rejects.toThrow(SyntaxError)
    await expect(parts(`${text.slice(0, -1)}],${text.slice(1)}`)).rejects.toThrow(SyntaxError)
  })

  it('is parsed at once where it does not divide', async () => {
    const one = [{ rows: many.slice(0, 1_000) }]
    expect((await parts(JSON.stringify(one))).flat()).toEqual(one)
    expect(await parts('{"a":1}')).toEqual([{ a: 1 }])
  })

  it('names what is no data', async () => {
    const parse = () => ok({ read: [], odd: [] })
    for (const [text, words] of [
      ['<html><title>Log in</title>', 'web page (“Log in”)'],
      [' ', 'returned nothing'],
      [JSON.stringify(many).slice(0, -5), 'cut off'],
    ] as const) {
      const reply = await parseLongList('alertmanager', text, parse)
      expect(reply).toMatchObject({ ok: false, fault: { message: expect.stringContaining(words) } })
    }
  })

  it('is translated row by row, in its order', async () => {
    expect(await mapLongList(many, ({ n }) => n)).toEqual(many.map(({ n }) => n))
  })
})
