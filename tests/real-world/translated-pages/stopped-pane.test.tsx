import '../../support/browser-gaps'
import { readFileSync } from 'node:fs'
import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { createPortal } from 'react-dom'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PaneBoundary } from '../../../src/renderer/app/boundary'
import { bindingFor } from '../../../src/renderer/commands/keymap'
import { TimelinePane } from '../../../src/renderer/features/timeline/timeline-pane'
import { isField } from '../../../src/renderer/ui/is-field'
import { show } from '../../support/shown'

afterEach(cleanup)
beforeEach(() => {
  localStorage.clear()
  vi.spyOn(console, 'error').mockReturnValue()
})

/** What a browser that translates does with each text. */
function translate(root: Node): void {
  const texts = document.createNodeIterator(root, NodeFilter.SHOW_TEXT)
  const all: Node[] = []
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) all.push(text)
  for (const text of all) {
    const font = document.createElement('font')
    text.parentNode?.replaceChild(font, text)
    font.append('übersetzt')
  }
}

function Fragile({ portal = false }: { portal?: boolean }) {
  const [shown, setShown] = useState(true)
  const inside = (
    <>
      <p>
        {shown && 'Pool is full'} {shown ? 'now' : null}
      </p>
      <input aria-label="Reason" />
      <button type="button" onClick={() => setShown(false)}>
        Change
      </button>
    </>
  )
  return portal ? createPortal(inside, document.body) : inside
}

async function stopped(portal = false) {
  const shown = await show(
    <>
      <PaneBoundary name="Comms" digit={5}>
        <Fragile portal={portal} />
      </PaneBoundary>
      <TimelinePane />
    </>,
  )
  return {
    ...shown,
    stop: () => {
      translate(screen.getByText(/Pool is full/))
      act(() => screen.getByRole('button', { name: 'Change' }).click())
      expect(screen.getByRole('alert').textContent).toContain('This pane crashed')
    },
  }
}

const meanwhile = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /runs no command/ })

describe('a page that is translated', () => {
  it('is not: both hosts serve the one page, which asks browsers to leave it as it is', () => {
    const page = readFileSync('src/renderer/index.html', 'utf8')
    const parsed = new DOMParser().parseFromString(page, 'text/html')
    expect(parsed.documentElement.getAttribute('translate')).toBe('no')
    expect(parsed.querySelector('meta[name="google"]')?.getAttribute('content')).toBe('notranslate')
  })
})

describe('a pane that stops', () => {
  it.each([false, true])(
    'keeps the keyboard that it had: what is typed runs no command (in a dialog of it: %s)',
    async portal => {
      const { stop } = await stopped(portal)
      screen.getByRole('textbox', { name: 'Reason' }).focus()
      stop()
      await waitFor(() => expect(document.activeElement).toBe(meanwhile()))
      expect(isField(document.activeElement)).toBe(true)
      expect(bindingFor(new KeyboardEvent('keydown', { key: 's' }), isField(document.activeElement))).toBeUndefined()
    },
  )

  it('takes no focus that was elsewhere', async () => {
    const { stop } = await stopped()
    const line = screen.getByRole('textbox', { name: 'Timeline line' })
    line.focus()
    stop()
    expect(document.activeElement).toBe(line)
  })

  it('opens again with a button, and what was typed meanwhile stands in the timeline line', async () => {
    const { stop } = await stopped()
    screen.getByRole('textbox', { name: 'Reason' }).focus()
    stop()
    fireEvent.change(meanwhile(), { target: { value: 'status is red' } })
    fireEvent.click(screen.getByRole('button', { name: 'Reload pane' }))
    expect(screen.getByRole('textbox', { name: 'Reason' })).toBeTruthy()
    const line = screen.getByRole<HTMLInputElement>('textbox', { name: 'Timeline line' })
    expect(line.value).toBe('status is red')
    expect(document.activeElement).toBe(line)
  })
})
