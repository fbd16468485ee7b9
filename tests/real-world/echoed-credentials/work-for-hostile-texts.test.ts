import { describe, expect, it } from 'vitest'
import { readingsOf } from '../../../src/main/engine/http/readings'
import { HIDDEN, openSecretTraces } from '../../../src/main/engine/http/secret-traces'

const TOKEN = 'glsa_9fK2/vQx+7Lm=Pz0.RtY_4wB'

/** Each repeated until it fills a megabyte. */
const hostile = [
  '1,',
  '117 ',
  '7:',
  '0x75,',
  'f',
  '0',
  '\\',
  '\\165',
  '%2525252F',
  '&amp;amp;amp;',
  '=3D',
  '= ',
  '=\n',
  'ａ',
  '7         ,',
]
hostile.push(
  '\\\\u0075',
  '"0":117,',
  'U+0075 ',
  '&#x75;',
  'glsa_9f',
  'Z2xzYV8',
  `${TOKEN} `,
  `${[...Buffer.from(TOKEN)].join(',')},x `,
)

/** Characters that are read in search of a secret. */
function work(text: string): { readings: number; characters: number } {
  let [readings, characters] = [0, 0]
  for (const reading of readingsOf(text)) {
    readings += 1
    characters += reading.text.length
  }
  return { readings, characters }
}

describe('a text that is made to keep us busy', () => {
  it.each(hostile)('[HR1] is read a few times and no more, however long it is: %j', shape => {
    const short = shape.repeat(Math.ceil(50_000 / shape.length))
    const long = short.repeat(8)
    const [few, many] = [work(short), work(long)]
    expect(many.readings).toBeLessThanOrEqual(few.readings)
    expect(many.characters / few.characters).toBeLessThan(8.1)
    expect(few.characters / short.length).toBeLessThan(20)
  })

  it.each([TOKEN, [...Buffer.from(TOKEN)].join(',')])('[HR1] is cleared of a secret that fills it: %j', written => {
    const text = `begin ${`${written} x `.repeat(400)}end`
    expect(openSecretTraces([{ text: TOKEN, open: 0 }]).hide(text)).toBe(`begin ${`${HIDDEN} x `.repeat(400)}end`)
  })
})
