import { describe, expect, it } from 'vitest'
import { linksIn } from '../../../src/renderer/ui/typed-links'
import { hostileTexts } from '../../support/hostile-texts'
import { seeded } from '../../support/seeded'

const urls = (typed: string) => linksIn(typed).map(({ url }) => url)
const wrong = (typed: string) => linksIn(typed).flatMap(({ address, url }) => (url === undefined ? [address] : []))

describe('[DI5] several links in one text', () => {
  it.each([
    ['0800 123 4567 https://zoom.us/j/9', 'tel:08001234567', 'https://zoom.us/j/9'],
    ['https://zoom.us/j/9 +1 (555) 010-999', 'https://zoom.us/j/9', 'tel:+1555010999'],
    ['+1 555 010 999 +49 30 1234', 'tel:+1555010999', 'tel:+49301234'],
    ['tel: +1 555 010 tel:+49301234 (+44) 20 1234', 'tel:+1555010', 'tel:+49301234', 'tel:+44201234'],
    ['0800 123 4567, 0800 765 4321; a.example', 'tel:08001234567', 'tel:08007654321', 'https://a.example/'],
    ['0800 123 4567 ,0800 765 4321', 'tel:08001234567', 'tel:08007654321'],
    ['+15550109,,123# https://a.example/', 'tel:+15550109,,123%23', 'https://a.example/'],
    ['+1 555 0109,, 123 456# a.example', 'tel:+15550109,,123456%23', 'https://a.example/'],
    ['+1 555 0109 ,,123 #', 'tel:+15550109,,123%23'],
    [
      'https://grafana.x/d/a?var=p,q.example https://zoom.us/j/9',
      'https://grafana.x/d/a?var=p,q.example',
      'https://zoom.us/j/9',
    ],
    ['https://a.example/x?to=1,https://b.example/', 'https://a.example/x?to=1,https://b.example/'],
    [
      'https://kibana.example/app#/?_g=(from:now-1h,to:now);x',
      'https://kibana.example/app#/?_g=(from:now-1h,to:now);x',
    ],
    ['https://a.example/report,final.pdf', 'https://a.example/report,final.pdf'],
    ['https://a.example/1, https://b.example/2;', 'https://a.example/1', 'https://b.example/2'],
    [' ,, a.example ,b.example ; , ', 'https://a.example/', 'https://b.example/'],
    ['a.example\n\u00A0\tada@b.example', 'https://a.example/', 'mailto:ada@b.example'],
  ])('%j', (typed, ...expected) => {
    expect(urls(typed)).toEqual(expected)
  })

  it.each([
    ['', []],
    [' , ;; ', []],
    ['0800 123 4567 PIN 9', ['PIN', '9']],
    ['123# a.example', ['123#']],
    ['12', ['12']],
    ['１２３４', ['１２３４']],
    ['+1 555 010 12345678901234567890', ['+1 555 010 12345678901234567890']],
    ['a.example/1,b.example/2', ['a.example/1,b.example/2']],
    ['https://a.example/1;https://b.example/2', ['https://a.example/1;https://b.example/2']],
    ['a.example,b.example', ['a.example,b.example']],
    ['https://a.example javascript:alert(1)', ['javascript:alert(1)']],
    ['https://a.example http://b.example', ['http://b.example']],
    ['https://ada:secret@a.example/ – b.example', ['https://ada:secret@a.example/', '–']],
    ['tel:+1555010 tel:', ['tel:']],
  ])('names in %j what is no link', (typed, expected) => {
    expect(wrong(typed)).toEqual(expected)
  })

  it.each(Object.entries(hostileTexts))('opens nothing but what linkAddress opens: %s', (_name, hostile) => {
    for (const url of urls(`a.example ${hostile} 0800 123`)) expect(url ?? 'https:').toMatch(/^(?:https|tel|mailto):/)
  })

  it('loses nothing: what is written with spaces is read as each by itself, in every order', () => {
    const each = [
      'https://a.example/?q=1,2',
      'b.example:8443/x',
      '+1 555 010 999',
      '+4930,,12#',
      'ada@c.example',
      '++',
      'x',
    ]
    const random = seeded(5)
    for (let round = 0; round < 300; round += 1) {
      const some = Array.from({ length: 6 }, () => each[Math.floor(random() * each.length)] ?? '')
      // Two numbers in a row: a plus begins the second.
      expect(linksIn(some.join(random() < 0.5 ? ' ' : ', '))).toEqual(some.flatMap(linksIn))
    }
  })

  it.each([',', '; ', '1 ', '1,', 'a,', 'https://a,', '+ '])('reads much of %j in no time', unit => {
    const before = performance.now()
    linksIn(`${unit.repeat(20_000 / unit.length)}x`)
    expect(performance.now() - before).toBeLessThan(5_000)
  })
})
