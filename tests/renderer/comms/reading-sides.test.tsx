import { render, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Sides } from '../../../src/renderer/features/comms/reading-sides'
import type { Claim } from '../../../src/shared/domain/claims'
import type { ContentHash, EventId } from '../../../src/shared/domain/ids'
import { type Responder, responderNamed } from '../../../src/shared/domain/people'

const said = (name: string, value: string): Claim<string> => ({
  ...{ event: `${name} ${value}` as EventId, stamp: null, at: Date.UTC(2026, 10, 20, 12), value },
  by: { kind: 'person', responder: responderNamed(name) as Responder },
})
const [shown, other] = ['a'.repeat(64), 'b'.repeat(64)]

it('[AP3] says of each machine who approved or sent back which text', () => {
  render(
    <Sides
      sides={[said('Ada Park', shown), said('Grace Hopper', other), said('Mia Chen', `sent-back:${shown}`)]}
      shown={shown as ContentHash}
    />,
  )
  const items = within(screen.getByRole('region', { name: 'What was said of it' })).getAllByRole('listitem')
  expect(items.map(({ textContent }) => textContent?.replace(/\d\d:\d\d(:\d\d)?( [A-Z]+)?/, 'T'))).toEqual([
    'Ada Park approved this text at T.',
    'Grace Hopper approved another text at T, which was edited since.',
    'Mia Chen sent this text back at T.',
  ])
})
