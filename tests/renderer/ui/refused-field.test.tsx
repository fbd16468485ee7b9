import '../../support/browser-gaps'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { newDraft } from '../../../src/renderer/features/alerts/suppression/suppression-draft'
import { SuppressionForm } from '../../../src/renderer/features/alerts/suppression/suppression-form'
import { EraseDialog } from '../../../src/renderer/features/timeline/erase-dialog'
import { Form } from '../../../src/renderer/ui/form'
import { TextField } from '../../../src/renderer/ui/text-fields'
import type { EntryId } from '../../../src/shared/domain/ids'
import type { TimelineEntry } from '../../../src/shared/domain/timeline'
import { texts } from '../../../src/shared/texts/texts'
import { cannedBoard } from '../../support/canned-board'
import { createFakeLink } from '../../support/fake-link'
import { stage } from '../../support/pane-stage'

const NOW = 1_700_000_000_000

afterEach(cleanup)

function Stage({ onSent }: { readonly onSent: (name: string) => void }) {
  const [name, setName] = useState('')
  const [time, setTime] = useState('')
  const [tried, setTried] = useState(false)
  const unreadable = tried && time !== '' && 'no time'
  const send = () => {
    setTried(true)
    if (time === '') onSent(name)
  }
  return (
    <MantineProvider env="test">
      <Form onSubmit={send} submit="Send">
        <input aria-label="Other" />
        <TextField limit={9} label="Time" error={unreadable} value={time} onChange={e => setTime(e.target.value)} />
        <TextField limit={9} label="Name" needed="name it" value={name} onChange={e => setName(e.target.value)} />
      </Form>
    </MantineProvider>
  )
}

/** Enter in a field of a browser submits its form; jsdom leaves that to the test. */
function sendFrom(field: HTMLElement): void {
  field.focus()
  fireEvent.submit(field.closest('form') as HTMLFormElement)
}

describe('[DG5] a form that is refused for a field', () => {
  it('goes to the empty one, says so only then, and sends once it is filled', async () => {
    const sent: string[] = []
    render(<Stage onSent={name => sent.push(name)} />)
    expect(screen.queryByText('name it')).toBeNull()
    sendFrom(screen.getByLabelText('Other'))
    expect(document.activeElement).toBe(screen.getByLabelText('Name'))
    expect(screen.getByText('name it')).toBeTruthy()
    expect(sent).toEqual([])
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Ana' } })
    expect(screen.queryByText('name it')).toBeNull()
    sendFrom(screen.getByLabelText('Other'))
    await waitFor(() => expect(sent).toEqual(['Ana']))
    expect(document.activeElement).toBe(screen.getByLabelText('Other'))
  })

  it('goes to the one that says what is wrong with it', async () => {
    const sent: string[] = []
    render(<Stage onSent={name => sent.push(name)} />)
    fireEvent.change(screen.getByLabelText('Name'), { target: { value: 'Ana' } })
    fireEvent.change(screen.getByLabelText('Time'), { target: { value: 'later' } })
    sendFrom(screen.getByLabelText('Other'))
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Time')))
    expect(sent).toEqual([])
  })

  it('is the reason when something is erased, whatever radio had the focus', async () => {
    const link = createFakeLink({ now: () => NOW, board: cannedBoard(NOW) })
    await stage(<EraseDialog opened entry={entry} onClose={() => undefined} />, link)
    const [radio] = await screen.findAllByRole('radio')
    sendFrom(radio as HTMLElement)
    expect(document.activeElement).toBe(screen.getByLabelText(texts.timeline.erase.reason))
    expect(screen.getByText(texts.timeline.erase.reasonMissing)).toBeTruthy()
  })

  it('is what a noise rule fits, then why', async () => {
    await stage(
      <SuppressionForm start={newDraft} onDone={() => undefined} />,
      createFakeLink({ now: () => NOW, board: cannedBoard(NOW) }),
    )
    const [radio] = screen.getAllByRole('radio')
    sendFrom(radio as HTMLElement)
    const label = screen.getByLabelText(texts.noise.label.replace('{number}', '1'))
    expect(document.activeElement).toBe(label)
    fireEvent.change(label, { target: { value: 'service' } })
    sendFrom(radio as HTMLElement)
    expect(document.activeElement).toBe(screen.getByLabelText(texts.noise.reason))
    expect(screen.getByText(texts.noise.noReason)).toBeTruthy()
  })
})

const entry: TimelineEntry = {
  id: 'entry' as EntryId,
  seq: 1 as TimelineEntry['seq'],
  kind: 'note',
  text: 'a secret',
  occurredAt: 0,
  recordedAt: 0,
  by: { kind: 'engine' } as TimelineEntry['by'],
  pinned: false,
  attachments: [],
  automatic: false,
  routine: false,
  earlier: [],
  retraction: null,
}
