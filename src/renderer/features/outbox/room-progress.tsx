import type { Incident } from '../../../shared/domain/incident'
import { type MirrorMode, mirrorModes } from '../../../shared/domain/mirror'
import type { RecordedRequest } from '../../../shared/domain/vendor-request'
import { type RoomPlan, type RoomStep, type StepState, stepProgress } from '../../../shared/domain/war-room'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useFault } from '../../stores/cockpit'
import { useOutboxActions } from '../../stores/use-outbox-actions'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { FaultNote } from '../../ui/fault-note'
import { reasonText } from '../../ui/fault-text'
import { Key } from '../../ui/key'
import { OutsideLink } from '../../ui/outside-link'
import { Tag, type Tone } from '../../ui/tag'
import textStyles from '../../ui/text.module.css'
import { Trans } from '../../ui/trans'
import styles from './room.module.css'

const text = texts.room.progress

const tones: Readonly<Record<StepState, Tone>> = {
  'after-channel': 'plain',
  waiting: 'plain',
  done: 'good',
  failed: 'bad',
  unknown: 'bad',
  'no-message': 'warn',
}

interface Props {
  readonly incident: Incident
  readonly plan: RoomPlan
  readonly onAnother: () => void
}

/** [WR3] The channel and each step after it, how far it is, and what helps where it failed. */
export function RoomProgress({ incident, plan, onAnother }: Props) {
  const { commands } = useCockpit()
  const fault = useFault('outbox')
  const channel = incident.acts.find(({ id }) => id === plan.act)
  const name = channel?.what.kind === 'chat-open' ? channel.what.name : ''
  const url = channel?.standing.state === 'done' ? channel.standing.url : null
  const state = channel === undefined || channel.standing.state === 'superseded' ? 'waiting' : channel.standing.state
  return (
    <section className={styles.progress} aria-label={t(text.title, { name })}>
      <ul className={styles.steps} aria-live="polite">
        <Step words={t(text.channel, { name })} state={state} act={channel} isFirst />
        {stepProgress(plan, incident.acts).map(one => (
          <Step key={one.step.act} words={stepText(one.step)} state={one.state} act={one.act} />
        ))}
      </ul>
      <OutsideLink url={url} otherwise={null}>
        {t(text.see, { name })}
      </OutsideLink>
      {state === 'done' && <MirrorChoice incident={incident} />}
      {state === 'failed' && (
        <p>
          <Button onClick={onAnother}>{text.another}</Button>
        </p>
      )}
      <FaultNote fault={fault} onDismiss={() => commands.dismiss('outbox')} />
    </section>
  )
}

interface StepProps {
  readonly words: string
  readonly state: StepState
  readonly act: RecordedRequest | undefined
  readonly isFirst?: boolean
}

function Step({ words, state, act, isFirst = false }: StepProps) {
  const { settle } = useOutboxActions('outbox')
  const reason = act !== undefined && 'reason' in act.standing ? reasonText(act.standing) : ''
  return (
    <li
      className={styles.step}
      data-state={state}
      tabIndex={isFirst ? 0 : undefined}
      data-autofocus={isFirst || undefined}
    >
      <Tag tone={tones[state]} open={state === 'waiting' || state === 'after-channel'}>
        {text.states[state]}
      </Tag>
      <span className={styles.what} dir="auto">
        {words}
        {reason !== '' && <span className={textStyles.quiet}> {reason}</span>}
      </span>
      {state === 'failed' && act !== undefined && (
        <Button onClick={() => void settle(act.id, 'send-again')}>{text.retry}</Button>
      )}
      {state === 'unknown' && (
        <span className={textStyles.quiet}>
          <Trans text={text.settle} parts={{ key: <Key>{keyOf('outbox')}</Key> }} />
        </span>
      )}
    </li>
  )
}

function stepText(step: RoomStep): string {
  switch (step.kind) {
    case 'post':
      return text.post
    case 'pin':
      return t(text.pin, { text: step.text })
    case 'invite':
      return t(text.invite, { person: step.person.name })
    case 'public-line':
      return t(text['public-line'], { channel: step.channel.name })
  }
}

const mirror = texts.room.mirror

/** [RM1] What this incident's room and timeline repeat of each other. */
function MirrorChoice({ incident }: { readonly incident: Incident }) {
  const { commands } = useCockpit()
  const choose = (value: MirrorMode | 'team') =>
    void commands.send('outbox', 'room:set', { mirror: value === 'team' ? null : value })
  const options = (['team', ...mirrorModes] as const).map(mode => ({ value: mode, label: mirror.modes[mode] }))
  return <Choice legend={mirror.legend} value={incident.mirror ?? 'team'} onChange={choose} options={options} />
}
