import '../../support/browser-gaps'
import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { ComponentChips, ImpactChoice } from '../../../src/renderer/features/comms/composer/component-chips'
import { newComposer } from '../../../src/renderer/features/comms/composer/composer-state'
import type { Composer } from '../../../src/renderer/features/comms/composer/use-composer'
import type { StatusPageComponent } from '../../../src/shared/contract/status-pages'
import type { ConnectionId } from '../../../src/shared/domain/ids'
import type { Channel } from '../../../src/shared/domain/update'
import { declared, recordOf } from '../../support/folded-incident'

afterEach(cleanup)

const page: Channel = { vendor: 'statuspage', connection: 'sp' as ConnectionId, target: 'p1', label: 'Status' }
const { incident } = recordOf([declared()])
const one = (id: string, name: string, group?: string): StatusPageComponent => ({
  ...{ id, name, status: 'operational' },
  ...(group !== undefined && { group }),
})
const few = [
  one('c1', 'Checkout'),
  one('c2', 'Login', 'Europe'),
  one('c3', 'Search', 'Europe'),
  one('c4', 'Login', 'Asia'),
]
const many = [...few, ...Array.from({ length: 12 }, (_, at) => one(`m${at}`, `Store ${at}`, 'Stores'))]

/** The parts of the composer that are about a page, with its real state. */
function Stage({ components }: { readonly components: readonly StatusPageComponent[] }) {
  const [state, set] = useState(() => newComposer(incident, [page]))
  const composer = { state, set } as Composer
  return (
    <MantineProvider env="test">
      <ImpactChoice composer={composer} />
      <ComponentChips components={components} proposed={[]} composer={composer} setBack={undefined} />
      <output>{JSON.stringify({ impact: state.impact, components: state.components })}</output>
    </MantineProvider>
  )
}

const groups = () => screen.getAllByRole('group').flatMap(group => group.getAttribute('aria-label') ?? [])
const chosen = () => JSON.parse(screen.getByRole('status').textContent ?? '') as object

describe('[CM26] components of a page', () => {
  it('stand under its groups in its order, without a search where they are few', () => {
    render(<Stage components={few} />)
    expect(groups()).toEqual(['Without a group', 'Europe', 'Asia'])
    expect(within(screen.getByRole('group', { name: 'Europe' })).getAllByRole('combobox')).toHaveLength(2)
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  it('are found by name and by group, and a changed one stays in sight', () => {
    render(<Stage components={many} />)
    const sought = screen.getByRole('textbox', { name: 'Find a component or a group' })
    fireEvent.change(screen.getByRole('combobox', { name: 'Checkout' }), { target: { value: 'major_outage' } })
    fireEvent.change(sought, { target: { value: 'LOGIN' } })
    expect(groups()).toEqual(['Without a group', 'Europe', 'Asia'])
    expect(screen.getAllByRole('combobox')).toHaveLength(3)
    fireEvent.change(sought, { target: { value: 'stores' } })
    expect(screen.getAllByRole('combobox')).toHaveLength(13)
    fireEvent.change(sought, { target: { value: 'nothing like it' } })
    expect(screen.getAllByRole('combobox')).toHaveLength(1)
    expect(chosen()).toMatchObject({ components: { c1: 'major_outage' } })
  })
})

describe('[SP26] the impact of the public incident', () => {
  it('is what the severity means, until another is chosen', () => {
    render(<Stage components={few} />)
    expect(chosen()).toMatchObject({ impact: { 'SEV-1': 'critical', 'SEV-2': 'major' }[incident.severity as 'SEV-1'] })
    fireEvent.click(screen.getByRole('radio', { name: 'Minor' }))
    expect(chosen()).toMatchObject({ impact: 'minor' })
  })
})
