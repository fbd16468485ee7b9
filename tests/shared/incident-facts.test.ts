import { describe, expect, it } from 'vitest'
import { linkAddress } from '../../src/shared/domain/incident-facts'

describe('[IL1] the address of a link', () => {
  it.each([
    ['https://tickets.example.com/INC-42', 'https://tickets.example.com/INC-42'],
    ['  https://tickets.example.com/INC-42\n', 'https://tickets.example.com/INC-42'],
    ['HTTPS://Tickets.Example.com', 'https://tickets.example.com/'],
    ['meet.example.com/abc-defg', 'https://meet.example.com/abc-defg'],
    ['wiki.intern:8443/runbooks', 'https://wiki.intern:8443/runbooks'],
    ['https://[2001:db8::1]/x', 'https://[2001:db8::1]/x'],
    ['https://müller.example/ü?q=ü', 'https://xn--mller-kva.example/%C3%BC?q=%C3%BC'],
    ['+1 (555) 010-999', 'tel:+1555010999'],
    ['030 1234 567', 'tel:0301234567'],
    ['tel:+49-30-1234,,12345#', 'tel:+49301234,,12345%23'],
    ['tel:+49301234,,12345%23', 'tel:+49301234,,12345%23'],
    ['+1–555–010', 'tel:+1555010'],
    ['bridge@example.com', 'mailto:bridge@example.com'],
    ['mailto:bridge@example.com', 'mailto:bridge@example.com'],
  ])('%j is %s', (typed, url) => {
    expect(linkAddress(typed)).toBe(url)
    // What was understood once is understood as the same again: it is checked where it comes from a file, too.
    expect(linkAddress(url)).toBe(url)
  })

  it.each([
    '',
    '   ',
    'soon',
    'http://tickets.example.com',
    'https://ada:secret@example.com/',
    'javascript:alert(1)',
    'JavaScript:alert(1)',
    ' java\tscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'file:///etc/passwd',
    'zoommtg://zoom.us/join?confno=1',
    'ms-msdt:/id',
    'slack://channel?id=C1',
    'mailto:a@example.com?bcc=everyone@example.com',
    'mailto:a@example.com,b@example.com',
    'mailto:',
    'tel:',
    'tel:*#06#',
    'tel:call me',
    'https://',
    'https://localhost/',
    'https://exa mple.com/',
    'https:\\\\example.com\\x',
    'two words.example',
    `https://example.com/${'x'.repeat(2_000)}`,
  ])('%j opens nothing', typed => {
    expect(linkAddress(typed)).toBeUndefined()
  })
})
