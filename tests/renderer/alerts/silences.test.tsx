import { act, cleanup, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { SilencesDialog } from '../../../src/renderer/features/alerts/silences-dialog'
import { openedBy } from '../../../src/renderer/stores/opened-by'
import type { SilenceList } from '../../../src/shared/contract/silences'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { ok } from '../../../src/shared/lib/reply'
import { HOUR } from '../../../src/shared/lib/time'
import { settle, show } from '../../support/shown'

afterEach(cleanup)

const Silences = openedBy('silences', SilencesDialog)
const connection = 'am' as ConnectionId

async function opened(list: SilenceList) {
  const shown = await show(<Silences />)
  // The mock answers any call; the dialog makes one.
  vi.spyOn(shown.link, 'call').mockResolvedValue(ok(list) as never)
  act(() => void shown.cockpit.focus.request('silences'))
  await settle()
}

it('[AM2] lists who, why, until when, by which matchers, and how much is hidden', async () => {
  const now = Date.now()
  const one = { connection, by: 'ada', why: 'planned work', from: now - HOUR, until: now + 2 * HOUR }
  await opened({
    silences: [
      { ...one, id: 'am/1', matchers: ['service="checkout"', 'zone=~"eu-.*"'], hides: 3 },
      { ...one, id: 'am/2', by: '', why: '', from: now + HOUR, matchers: ['job="x"'], hides: 0 },
    ],
    asked: 2,
    problems: [{ connection: 'am2' as ConnectionId, message: '503 Too many requests' }],
  })
  const [first, second] = within(screen.getByRole('list')).getAllByRole('listitem')
  expect(first?.textContent).toMatch(
    /service="checkout" zone=~"eu-\.\*".*silences 3 open alerts.*planned work.*ada, until/,
  )
  expect(first?.textContent).toMatch(/, [12] h left/)
  expect(second?.textContent).toMatch(/silences no open alert.*No comment\..*starts .*, in \d+ (h|min).*unknown, until/)
  expect(screen.getByText('Silences of am2 could not be loaded: 503 Too many requests')).toBeTruthy()
})

it('[AM2] says that nothing is silenced, or that nothing can be asked', async () => {
  await opened({ silences: [], asked: 1, problems: [] })
  expect(screen.getByText('Nothing is silenced.')).toBeTruthy()
  cleanup()
  await opened({ silences: [], asked: 0, problems: [] })
  expect(screen.getByText('No Alertmanager is connected.')).toBeTruthy()
})
