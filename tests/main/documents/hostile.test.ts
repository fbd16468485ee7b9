import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { renderHandoff } from '../../../src/main/engine/documents/handoff'
import { inline, lines, link, webAddress } from '../../../src/main/engine/documents/markdown-text'
import { html } from '../../../src/main/engine/documents/markup'
import { type HandoffContent, handoffContent } from '../../../src/shared/domain/handoff-content'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import * as story from '../../support/folded-incident'

/** The same text in every place of a document that people or vendors can write to. */
function everywhere(text: string): HandoffContent {
  const answers = { tried: text, trying: text, rollbackPlan: text, morePeople: text, stillImpacted: text }
  const said = { title: text, body: text }
  const channel = { ...story.updateContent().channel, label: text }
  const { incident, timeline } = story.recordOf([
    story.declared({ title: text, impact: text }),
    story.assigned(1, 'ic', `x${text}`),
    story.line(2, 'decision', text, true),
    story.line(3, 'finding', text),
    story.line(4, 'todo', text),
    story.line(5, 'note', text),
    story.retracted(6, 'entry-5-note', text),
    story.held(7, answers),
    story.drafted(8, 'u1', { ...said, channel }),
    story.published(9, 'u1', { ...said, channel }),
    ...story.crewCalled(10, text),
  ])
  const page = { connection: 'pd' as ConnectionId, externalId: text, title: text, service: text, url: text }
  const withPage = { ...incident, pages: [page, { ...page, url: `https://x.example/${text}` }] }
  return handoffContent(withPage, timeline, story.minute(20))
}

const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>alert(1)</script>',
  '--><svg/onload=alert(1)>',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  '&lt;script&gt;',
]

describe('hostile text', () => {
  it.each(attacks)('[HD6] %s is text in the page', attack => {
    const page = renderHandoff(everywhere(attack), 'html')
    expect(page).not.toMatch(/<(script|img|svg)\b/i)
    expect(page).not.toMatch(/href="(?!https:\/\/)/)
    for (const tag of page.match(/<[a-z][^>]*>/g) ?? []) expect(tag).not.toMatch(/\son\w+=/i)
    expect(page.match(/<\/style>/g)).toHaveLength(1)
  })

  it('[HD6] whatever the text, the page has the tags that it has without it', () => {
    const tagsOf = (text: string) =>
      renderHandoff(everywhere(text), 'html')
        .match(/<[^>]*>/g)
        ?.map(tag => tag.replace(/"[^"]*"/g, ''))
    const plain = tagsOf('plain')
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '<b>',
      '</main>',
      '<!--',
      '\u202e',
      '\u001b[31m',
      '\n',
      'x ',
      ']]>',
      '=',
    )
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 12 }), pieces => {
        expect(tagsOf(`a${pieces.join('')}z`)).toEqual(plain)
      }),
      { numRuns: 60 },
    )
  })

  it.each(['html', 'markdown'] as const)(
    '[HD7] in %s marks that reorder text and codes of terminals are shown, not obeyed',
    format => {
      const text = renderHandoff(everywhere('safe\u202etxt.exe\u2066\u001b[2J\u001b]8;;x\u0007\u009b31m\u0000'), format)
      for (const sign of ['\u202e', '\u2066', '\u001b', '\u0007', '\u009b', '\u0000']) expect(text).not.toContain(sign)
      expect(text).toContain('safe⟨U+202E⟩txt.exe⟨U+2066⟩⟨U+001B⟩')
    },
  )

  it.each([
    ['# heading', '\\# heading'],
    ['- item', '\\- item'],
    ['1. item', '1\\. item'],
    ['12) item', '12\\) item'],
    ['27.1 % of payments', '27.1 % of payments'],
    ['> quote', '\\> quote'],
    ['===', '\\==='],
    ['```js', '\\`\\`\\`js'],
    ['**bold** and _soft_', '\\*\\*bold\\*\\* and \\_soft\\_'],
    ['payments_api_v2 stays', 'payments_api_v2 stays'],
    ['[x](javascript:alert(1))', '\\[x\\](javascript:alert(1))'],
    ['![x](https://evil.example/p.png)', '\\!\\[x\\](https://evil.example/p.png)'],
    ['<b>bold</b>', '\\<b>bold\\</b>'],
    ['a | b', 'a \\| b'],
    ['~~gone~~', '\\~\\~gone\\~\\~'],
    ['&lt;b&gt; R&D', '\\&lt;b\\&gt; R&D'],
    ['back\\slash', 'back\\\\slash'],
    ['one\ntwo', 'one two'],
  ])('[HD8] Markdown in %j is text', (text, expected) => {
    expect(inline(text)).toBe(expected)
  })

  it('[HD8] a line that is kept on its own line cannot begin a block of Markdown', () => {
    expect(lines('one\n# two\n- three', '  ')).toBe('one\\\n  \\# two\\\n  \\- three')
  })

  it('[HD8] in the whole of a Markdown document nothing was injected', () => {
    const document = renderHandoff(everywhere('\n\n# Injected\n\n| a | b |\n---\n- x\n```\n<script>'), 'markdown')
    expect(document).not.toMatch(/^\s*(#+ Injected|```|<script|\| a)/m)
    expect(document.match(/^## /gm)).toHaveLength(20)
  })

  it('[HD9] only addresses of the web become links', () => {
    expect(webAddress('javascript:alert(1)')).toBeNull()
    expect(webAddress('data:text/html,x')).toBeNull()
    expect(webAddress('not an address')).toBeNull()
    expect(webAddress(null)).toBeNull()
    expect(webAddress('https://a.example/ä "<>`\n?q=<">\'#"<')).toMatch(/^https:\/\/a\.example\/[^\s<>"'`]*$/)
    expect(link('a](b', 'https://a.example/)')).toBe('[a\\](b](<https://a.example/)>)')
  })

  it('[HD6] only what was built here is markup', () => {
    expect(html`<p>${'<b>'}${html`<i>${'&'}</i>`}${[html`1`, html`2`]}${3}</p>`.markup).toBe(
      '<p>&lt;b&gt;<i>&amp;</i>123</p>',
    )
  })
})
