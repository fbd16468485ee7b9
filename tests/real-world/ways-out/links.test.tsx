import { globSync, readFileSync } from 'node:fs'
import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { OutsideLink } from '../../../src/renderer/ui/outside-link'
import { outsideAddress } from '../../../src/shared/domain/outside-address'

afterEach(cleanup)

describe('[OA1] what a press on a link opens', () => {
  it.each([
    ['https://grafana.example.com/d/1?x=1#panel-2', 'https://grafana.example.com/d/1?x=1#panel-2'],
    ['http://127.0.0.1:3000/d/1', 'http://127.0.0.1:3000/d/1'],
    ['http://grafana:3000/d/1', 'http://grafana:3000/d/1'],
    ['http://10.1.2.3/alerts', 'http://10.1.2.3/alerts'],
    ['http://prometheus.monitoring.internal/graph', 'http://prometheus.monitoring.internal/graph'],
    ['http://[fd12::1]:9090/', 'http://[fd12::1]:9090/'],
    // Statuspage's own short links are written so.
    ['http://stspg.io/1a2b', 'https://stspg.io/1a2b'],
    ['tel:+1555010999', 'tel:+1555010999'],
    ['mailto:bridge@example.com', 'mailto:bridge@example.com'],
  ])('of %s is %s', (given, address) => expect(outsideAddress(given)).toBe(address))

  it.each([
    null,
    undefined,
    '',
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://example.com/1',
    'ms-msdt:x',
    'https://ada:secret@example.com/',
    'http://token@127.0.0.1:3000/',
    'http://grafana.example.com:3000/',
    '//example.com/x',
    '/settings',
    'tel:*#06#',
    'mailto:a@example.com?bcc=b@example.com',
  ])('of %j is nothing: it stays a text', given => {
    expect(outsideAddress(given)).toBeNull()
    render(<OutsideLink url={given}>High error rate</OutsideLink>)
    expect(screen.getByText('High error rate').closest('a')).toBeNull()
  })

  it('is asked in one place: no other file of the screen makes a link or opens a window of its own', () => {
    const files = globSync('src/renderer/**/*.tsx').filter(file => /<a[\s>]/.test(readFileSync(file, 'utf8')))
    expect(files).toEqual(['src/renderer/ui/outside-link.tsx'])
    const openers = globSync('src/renderer/**/*.{ts,tsx}').filter(file =>
      /window\.open\(|location\.(?:assign|replace)\(|location\.href\s*=/.test(readFileSync(file, 'utf8')),
    )
    expect(openers).toEqual([])
  })
})
