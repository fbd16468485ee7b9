import { fireEvent, screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { FilePicker } from '../../../src/renderer/features/panels/file-picker'
import type { DashboardSource } from '../../../src/renderer/features/panels/opened-dashboard'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import { show } from '../../support/shown'

it('[HF1] does not even read a picked file that is larger than any dashboard', async () => {
  const chosen: DashboardSource[] = []
  await show(<FilePicker connection={'c' as ConnectionId} onChoose={source => void chosen.push(source)} />)
  const field = document.querySelector('input[type=file]')
  if (field === null) throw new Error('There is no field for a file')
  let reads = 0
  const file = (size: number, text: string) => {
    const read = async () => {
      reads += 1
      return text
    }
    return Object.defineProperties(new File([], 'node.json'), { size: { value: size }, text: { value: read } })
  }
  fireEvent.change(field, { target: { files: [file(7e9, '{}')] } })
  expect((await screen.findByRole('status')).textContent).toBe('node.json is larger than any dashboard.')
  expect(reads).toBe(0)
  fireEvent.change(field, { target: { files: [file(2, '{ }')] } })
  await expect.poll(() => chosen.length).toBe(1)
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
})
