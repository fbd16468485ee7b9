import { useEffect, useRef, useState } from 'react'
import type { Incident } from '../../../shared/domain/incident'
import { type Role, roleName, roles } from '../../../shared/domain/people'
import type { PlaybookRun } from '../../../shared/domain/playbook'
import { isFor, type PhaseState, playbookProgress, playbookState } from '../../../shared/domain/playbook-state'
import { LINE_LIMIT } from '../../../shared/events/fields'
import { listText, numberText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import type { CommandId } from '../../commands/command-list'
import { useCockpit, useNow, useSession } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { useClockFace } from '../../ui/clock-face'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import { PlaybookItemRow } from './playbook-item'
import styles from './playbooks.module.css'
import { itemKeys, moveBetweenItems } from './rows'

const text = texts.playbooks

interface RunningProps {
  readonly run: PlaybookRun
  readonly incident: Incident
  readonly onGo: (place: CommandId) => void
  readonly onAnother: () => void
}

/** [PB3] [PB6] A playbook that runs: the phase of now is open, the others unfold. */
export function RunningPlaybook({ run, incident, onGo, onAnother }: RunningProps) {
  const now = useNow()
  const mine = useMyRoles(incident)
  const [showsAll, setShowsAll] = useState(false)
  const filter = mine.length === 0 || mine.includes('ic') || showsAll ? undefined : mine
  const states = playbookState(run, incident, now)
  const { settled, all, late } = playbookProgress(states, filter)
  const here = useRef<HTMLDivElement>(null)
  // Of one that has just been begun: the button that began it is gone.
  useEffect(() => here.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus(), [])
  const parts = { up: <Key>↑</Key>, down: <Key>↓</Key>, space: <Key>{text.space}</Key> }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows move between the items in it
    <div ref={here} className={styles.run} onKeyDown={moveBetweenItems}>
      <p className={styles.progress} role="status">
        <strong dir="auto">{run.title}</strong>{' '}
        {t(text.progress, { settled: numberText(settled), all: numberText(all) })}
        {', '}
        <span data-late={late.length > 0 || undefined}>
          {late.length === 0 ? text.nothingLate : tCount(text.late, late.length)}
        </span>
      </p>
      {mine.length > 0 && !mine.includes('ic') && (
        <ButtonRow>
          <Button aria-pressed={!showsAll} onClick={() => setShowsAll(false)}>
            {t(text.mine, { roles: listText(mine.map(role => roleName[role])) })}
          </Button>
          <Button aria-pressed={showsAll} onClick={() => setShowsAll(true)}>
            {text.all}
          </Button>
        </ButtonRow>
      )}
      {states.map(state => (
        <Phase key={state.phase.id} state={state} mine={filter} {...{ run, onGo }} />
      ))}
      <p className={textStyles.soft}>
        <Trans
          text={text.keys}
          parts={{ ...parts, unneeded: <Key>{itemKeys.unneeded}</Key>, open: <Key>{itemKeys.open}</Key> }}
        />
      </p>
      <Ending run={run} onAnother={onAnother} />
    </div>
  )
}

/** The roles that this window's person holds in the incident. */
function useMyRoles({ roles: held }: Incident): readonly Role[] {
  const me = useSession(session => session.me?.id)
  return roles.filter(role => me !== undefined && held[role]?.responder.id === me)
}

interface PhaseProps extends Pick<RunningProps, 'run' | 'onGo'> {
  readonly state: PhaseState
  readonly mine: readonly Role[] | undefined
}

function Phase({ state, mine, run, onGo }: PhaseProps) {
  const { commands } = useCockpit()
  const clock = useClockFace()
  const { phase, at, dueAt } = state
  const items = state.items.filter(({ item }) => isFor(item, mine))
  const settled = items.filter(one => one.settled !== null).length
  const firstOpen = items.findIndex(one => one.settled === null)
  const move = () => void commands.send('incident', 'playbook:move', { playbook: run.key, phase: phase.id })
  const late = items.filter(({ lateSince }) => lateSince !== null).length
  if (items.length === 0) return null
  const name = t(text.phase, { text: phase.text, settled: numberText(settled), all: numberText(items.length) })
  return (
    <details className={styles.phase} open={at === 'now'} data-at={at}>
      <summary className={styles.summary}>
        <span dir="auto">{name}</span>
        {at === 'now' && <span className={styles.now}>{text.now}</span>}
        {late > 0 && at !== 'now' && <span className={styles.late}>{tCount(text.lateShort, late)}</span>}
        {dueAt !== null && at !== 'past' && (
          <span className={textStyles.quiet}>{t(text.dueAt, { time: clock.short(dueAt) })}</span>
        )}
      </summary>
      <ul className={styles.items} aria-label={phase.text}>
        {items.map((one, place) => (
          <PlaybookItemRow
            key={one.item.id}
            state={one}
            playbook={run.key}
            isFirst={at === 'now' && place === Math.max(0, firstOpen)}
            onGo={onGo}
          />
        ))}
      </ul>
      {at !== 'now' && (
        <Button tone="bare" onClick={move}>
          {text.moveHere}
        </Button>
      )}
    </details>
  )
}

function Ending({ run, onAnother }: Pick<RunningProps, 'run' | 'onAnother'>) {
  const { commands } = useCockpit()
  const [asks, setAsks] = useState(false)
  const { values, set, forget } = useTypedFields(`playbook-end:${run.key}`, { why: '' })
  const end = async () => {
    const reply = await commands.send('incident', 'playbook:end', { playbook: run.key, reason: values.why })
    if (reply.ok) forget()
  }
  return asks ? (
    <Form onSubmit={end} submit={text.end} hint={text.endAbout}>
      <TextField
        data-autofocus
        limit={LINE_LIMIT}
        label={text.endWhy}
        value={values.why}
        onChange={event => set({ why: event.currentTarget.value })}
      />
    </Form>
  ) : (
    <ButtonRow>
      <Button onClick={onAnother}>{text.another}</Button>
      <Button tone="bare" onClick={() => setAsks(true)}>
        {text.end}
      </Button>
    </ButtonRow>
  )
}
