import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { act } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { CheckpointPane } from '../../../src/renderer/features/checkpoint/checkpoint-pane'
import { openDecisions } from '../../../src/renderer/features/checkpoint/checkpoint-sheet'
import type { CheckpointAnswer, Verdict } from '../../../src/shared/domain/checkpoint'
import type { IncidentDecision } from '../../../src/shared/domain/decisions'
import { type EventId, newId, type StrategyId } from '../../../src/shared/domain/ids'
import type { Millis } from '../../../src/shared/lib/time'
import { type Shown, settle, show } from '../../support/shown'

afterEach(cleanup)

async function open(): Promise<Shown> {
  const shown = await show(<CheckpointPane />)
  act(() => shown.cockpit.focus.request('checkpoint'))
  await screen.findByRole('dialog', { name: /^Checkpoint/ })
  return shown
}

const press = (key: string, change = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...change })
const type = (text: string) => fireEvent.change(document.activeElement ?? document.body, { target: { value: text } })

describe('holding a checkpoint by keyboard', () => {
  it('goes from answer to answer with Enter, picks a verdict with a digit and decides with Enter', async () => {
    const { link, incident } = await open()
    screen.getByLabelText('What did we try since the last checkpoint?').focus()
    for (const answer of ['restart', 'rollback', 'is the plan', 'database on-call', 'yes, EU']) {
      type(answer)
      press('Enter')
    }
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Continue/ }))
    press('2')
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Pivot/ }).checked).toBe(true)
    fireEvent.submit(screen.getByRole('button', { name: /Decide: pivot/ }))
    await settle()
    expect(link.log.record(incident)?.incident.checkpointsHeld).toMatchObject([
      {
        verdict: 'pivot',
        answers: [
          { question: 'tried', asks: 'What did we try since the last checkpoint?', text: 'restart' },
          { question: 'trying', text: 'rollback' },
          { question: 'rollback-plan', text: 'is the plan' },
          { question: 'more-people', text: 'database on-call' },
          { question: 'still-impacted', text: 'yes, EU' },
        ],
      },
    ])
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('decides from anywhere with Ctrl+Enter', async () => {
    const { link } = await open()
    screen.getByLabelText('What are we trying now?').focus()
    press('Enter', { ctrlKey: true })
    await settle()
    expect(link.calls.findLast(({ name }) => name === 'checkpoint:hold')).toMatchObject({
      name: 'checkpoint:hold',
      input: { verdict: 'continue' },
    })
  })

  it('hears a second Enter only after the first was answered', async () => {
    const { link } = await open()
    const button = screen.getByRole('button', { name: /Decide: continue/ })
    fireEvent.submit(button)
    fireEvent.submit(button)
    await settle()
    expect(link.calls.filter(call => call.name === 'checkpoint:hold')).toHaveLength(1)
  })

  it('stays open and says why when the engine refuses', async () => {
    const { link } = await open()
    link.failNext('checkpoint:hold', { kind: 'refused', message: 'This checkpoint was held already.' })
    fireEvent.submit(screen.getByRole('button', { name: /Decide: continue/ }))
    await settle()
    expect(screen.getByRole('dialog').textContent).toContain('This checkpoint was held already.')
  })
})

/** Holds the checkpoint that is waiting, as a colleague at another screen does. */
async function heldElsewhere(
  { link, incident }: Shown,
  answers: readonly CheckpointAnswer[],
  verdict: Verdict = 'pivot',
) {
  const checkpoint = link.log.record(incident)?.incident.checkpoint
  if (checkpoint?.state !== 'waiting') throw new Error('No checkpoint is waiting')
  await act(async () => {
    await link.call('checkpoint:hold', { incident, checkpoint: checkpoint.id, answers, verdict })
  })
  await settle()
  return checkpoint.id
}

const revisitAt = (at: Millis) => ({ at, condition: null, soon: false, instead: '', key: newId<EventId>() })
const firstQuestion = 'What did we try since the last checkpoint?'

describe('what is known', () => {
  const withBoard = async () => {
    const shown = await show(<CheckpointPane />)
    const { link, incident } = shown
    const attempt = { kind: 'attempt', text: 'Restart of api', result: 'no-change' } as const
    const task = { kind: 'task', text: 'Roll back payments', owner: 'Ada', dueAt: null } as const
    await act(async () => {
      await link.call('strategy:put', { incident, id: newId<StrategyId>(), item: attempt })
      await link.call('strategy:put', { incident, id: newId<StrategyId>(), item: task })
    })
    act(() => shown.cockpit.focus.request('checkpoint'))
    await screen.findByRole('dialog', { name: /^Checkpoint/ })
    return shown
  }

  it('[CP8] is proposed, and is an answer only once the arrow takes it', async () => {
    const { link, incident } = await withBoard()
    const first = screen.getByLabelText<HTMLInputElement>(firstQuestion)
    first.focus()
    expect([first.value, screen.getByRole('dialog').textContent]).toEqual([
      '',
      expect.stringContaining('From the board: Restart of api: no change'),
    ])
    press('ArrowRight')
    expect(first.value).toBe('Restart of api: no change')
    press('Enter', { ctrlKey: true })
    await settle()
    expect(link.log.record(incident)?.incident.checkpointsHeld[0]?.answers.map(({ text }) => text)).toEqual([
      ...['Restart of api: no change', '', '', '', ''],
    ])
  })

  it('[CP8] is in sight: running tasks, what was tried, and that no metric is pinned', async () => {
    await withBoard()
    expect(screen.getByRole('dialog').textContent).toMatch(
      /none pinned.*Ada: Roll back payments.*Restart of api.*no change/,
    )
  })
})

describe('[CP14] decisions that wait', () => {
  it('are above the questions, and one key goes to them; what is typed stays', async () => {
    const shown = await show(<CheckpointPane />)
    const { link, incident, cockpit } = shown
    const decision = { kind: 'decision', reason: '', revisit: null } as const
    const [proposed, decided] = [newId<StrategyId>(), newId<StrategyId>()]
    await act(async () => {
      await link.call('strategy:put', { incident, id: decided, item: { ...decision, text: 'Scale out', now: true } })
      await link.call('strategy:put', { incident, id: proposed, item: { ...decision, text: 'Fail over', now: false } })
    })
    act(() => cockpit.focus.request('checkpoint'))
    const dialog = await screen.findByRole('dialog', { name: /^Checkpoint/ })
    expect(dialog.textContent).toMatch(/Decisions that wait.*D2 Fail over.*objections, \d+ (s|min) left/)
    expect(dialog.textContent).not.toContain('Scale out')
    screen.getByLabelText(firstQuestion).focus()
    type('half of it')
    const asked: unknown[] = []
    const stop = cockpit.focus.subscribe(({ requested, offer }) => requested !== null && asked.push(offer))
    press('d', { ctrlKey: true })
    stop()
    expect([asked, screen.queryByRole('dialog')]).toEqual([[{ command: 'strategy', row: proposed }], null])
    act(() => cockpit.focus.request('checkpoint'))
    await settle()
    expect(screen.getByLabelText<HTMLInputElement>(firstQuestion).value).toBe('half of it')
  })

  it.each<readonly [string, Partial<IncidentDecision>, Millis, boolean]>([
    ['a proposal whose time for objections is over', { state: 'proposed', objectBy: 5 }, 9, true],
    ['a proposal without such a time', { state: 'proposed', objectBy: null }, 9, true],
    ['a revisit that is due', { state: 'decided', revisit: revisitAt(9) }, 9, true],
    ['a revisit that is to come', { state: 'decided', revisit: revisitAt(10) }, 9, false],
    ['one that was withdrawn', { state: 'withdrawn', revisit: revisitAt(1) }, 9, false],
    ['one that needs no revisit', { state: 'decided', revisit: null }, 9, false],
  ])('%s', (_, change, now, isOpen) => {
    const decision = { ...({ called: null, objectBy: null, revisit: null } as Partial<IncidentDecision>), ...change }
    expect(openDecisions({ decisions: [decision as IncidentDecision] }, now)).toHaveLength(isOpen ? 1 : 0)
  })
})

describe('[CP9] as before', () => {
  const answers = [
    { question: 'tried', asks: firstQuestion, text: 'restart' },
    { question: 'rollback-plan', asks: '', text: 'redeploy' },
  ]

  it('one key answers all that was answered, what is typed stays, and the record shows it', async () => {
    const shown = await show(<CheckpointPane />)
    await heldElsewhere(shown, answers)
    act(() => shown.cockpit.focus.request('checkpoint'))
    await screen.findByRole('dialog', { name: 'Checkpoint 2' })
    screen.getByLabelText(firstQuestion).focus()
    type('failover')
    press('b', { ctrlKey: true })
    expect(screen.getByRole('dialog').textContent).toContain('As before: redeploy')
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: /Continue/ }))
    press('Enter', { ctrlKey: true })
    await settle()
    const record = shown.link.log.record(shown.incident)
    expect(record?.incident.checkpointsHeld[1]?.answers.filter(({ text }) => text !== '')).toMatchObject([
      { question: 'tried', text: 'failover' },
      { question: 'rollback-plan', text: 'redeploy', asBefore: true },
    ])
    expect(record?.timeline.map(({ text }) => text)).toContain(
      'Checkpoint: continue · tried: failover · rollback plan: redeploy (as before)',
    )
  })

  it('means nothing where nothing was said before', async () => {
    const { link, incident } = await open()
    screen.getByLabelText(firstQuestion).focus()
    type('=')
    press('Enter', { ctrlKey: true })
    await settle()
    expect(link.log.record(incident)?.incident.checkpointsHeld[0]?.answers[0]).toMatchObject({ text: '' })
  })
})

describe('[CP10] two people at one checkpoint', () => {
  it('the second sees what the first said, keeps their own words and adds them', async () => {
    const shown = await open()
    screen.getByLabelText(firstQuestion).focus()
    type('cache flush too')
    const checkpoint = await heldElsewhere(shown, [{ question: 'tried', asks: firstQuestion, text: 'restart' }])
    const dialog = screen.getByRole('dialog', { name: 'Checkpoint 1' })
    expect(dialog.textContent).toMatch(/held this checkpoint .* ago: pivot.*Said already: restart/)
    expect(screen.getByLabelText<HTMLInputElement>(firstQuestion).value).toBe('cache flush too')
    fireEvent.submit(screen.getByRole('button', { name: /Add to it/ }))
    await settle()
    const { incident: head, timeline } = shown.link.log.record(shown.incident) ?? {}
    expect(head?.checkpointsHeld).toMatchObject([
      {
        id: checkpoint,
        verdict: 'pivot',
        answers: [{ text: 'restart' }],
        added: [{ answers: [{ text: 'cache flush too' }] }],
      },
    ])
    expect(timeline?.map(({ text }) => text)).toContain('Added to the checkpoint · tried: cache flush too')
    expect(head?.checkpoint).toMatchObject({ state: 'waiting' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('[CP11] what follows', () => {
  it('is in the pane with the due update, without a dialog that stays open', async () => {
    const shown = await show(<CheckpointPane />)
    expect(screen.queryByRole('list', { name: 'Now' })).toBeNull()
    await heldElsewhere(shown, [])
    expect(screen.getByRole('list', { name: 'Now' }).textContent).toMatch(
      /Update the stakeholdersdue in \d+ min.*timeline.*Adjust who works on it/,
    )
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})

describe('[CP12] snooze and pause', () => {
  const openDialog = async (shown: Shown) => {
    act(() => shown.cockpit.focus.request('postpone'))
    return await screen.findByRole('dialog', { name: 'Snooze or pause the checkpoint' })
  }
  const send = async () => {
    fireEvent.submit(screen.getByRole('button', { name: /Put it off|Resume now/ }))
    await settle()
  }

  it('asks for a reason, shows the pause with it, and resumes by the same key', async () => {
    const shown = await show(<CheckpointPane />)
    const dialog = await openDialog(shown)
    press('4')
    await send()
    expect(dialog.textContent).toContain('Say why: it is in the timeline and on the wallboard.')
    screen.getByLabelText('Reason').focus()
    type('The failover runs')
    await send()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(document.body.textContent).toMatch(/Pauseduntil \d\d:\d\d.*The failover runs/)
    await openDialog(shown)
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Resume now/ }).checked).toBe(true)
    await send()
    expect(document.body.textContent).not.toContain('Paused')
    expect(shown.link.log.record(shown.incident)?.timeline.at(-1)?.text).toMatch(/^Checkpoint resumed, due/)
  })

  it('[TX1] keeps what was chosen with the reason over Esc', async () => {
    const shown = await show(<CheckpointPane />)
    await openDialog(shown)
    const paused = () => screen.getByRole<HTMLInputElement>('radio', { name: /Pause for 30/ })
    press('4')
    screen.getByLabelText('Reason').focus()
    type('The failover runs')
    fireEvent.keyDown(screen.getByLabelText('Reason'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await openDialog(shown)
    expect(screen.getByLabelText<HTMLInputElement>('Reason').value).toBe('The failover runs')
    expect(paused().checked).toBe(true)
    // Of the checkpoint that it was meant for.
    fireEvent.keyDown(screen.getByLabelText('Reason'), { key: 'Escape' })
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await heldElsewhere(shown, [])
    await openDialog(shown)
    expect(paused().checked).toBe(false)
  })
})
