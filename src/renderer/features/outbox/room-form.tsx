import { Checkbox, Select } from '@mantine/core'
import { markedChannelName, SLACK_CHANNEL_LIMIT } from '../../../shared/domain/channel-name'
import type { ConnectionId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { LONGEST_ADDRESS } from '../../../shared/domain/incident-facts'
import { openedChannel } from '../../../shared/domain/opened-channel'
import { criteriaNow } from '../../../shared/domain/room-criteria'
import { MESSAGE_LIMIT } from '../../../shared/events/act-field'
import { listText, t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useFault, useNow } from '../../stores/cockpit'
import { FaultNote } from '../../ui/fault-note'
import { Fieldset } from '../../ui/fieldset'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import { RestoredNote } from '../../ui/restored-note'
import { Tag } from '../../ui/tag'
import textStyles from '../../ui/text.module.css'
import { TextArea, TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import styles from './room.module.css'
import { type RoomFormState, useRoomForm } from './use-room-form'

const text = texts.room
/** A hyphen and the mark follow the name. */
const MARK_LENGTH = 5

export interface RoomFormProps {
  readonly incident: Incident
  readonly slack: ConnectionId
  readonly onDone: () => void
}

/** [WR1] All that will happen, each part of which can be unticked, and one key for all of it. */
export function RoomForm({ incident, slack, onDone }: RoomFormProps) {
  const form = useRoomForm(incident, slack, onDone)
  const fault = useFault('outbox')
  const own = openedChannel(incident)
  const { values, set, since, forget, act, steps } = form
  const name = markedChannelName(values.name, act)
  return (
    <Form
      onSubmit={form.open}
      submit={tCount(text.submit, steps.length + 1, { name })}
      hint={own && t(texts.outbox.channel.isOpen, { name: own.channel.name })}
      sendKey="Ctrl ↵"
      outcome={<FaultNote fault={fault} />}
    >
      <RestoredNote since={since} forget={forget} />
      <Criteria incident={incident} />
      <TextField
        limit={SLACK_CHANNEL_LIMIT - MARK_LENGTH}
        data-autofocus
        label={texts.outbox.channel.name}
        description={texts.outbox.channel.nameAbout}
        value={values.name}
        onChange={event => set({ name: event.currentTarget.value.toLowerCase().replace(/[^a-z0-9_-]/g, '-') })}
      />
      <Checkbox
        label={texts.outbox.channel.private}
        checked={form.isPrivate}
        onChange={event => form.setPrivate(event.currentTarget.checked)}
      />
      <Invites form={form} />
      <PartText form={form} part="post" rows={4} />
      <Pins incident={incident} form={form} />
      <PublicLine form={form} />
      <TextField
        limit={LONGEST_ADDRESS}
        label={text.bridge}
        description={text.bridgeAbout}
        placeholder={texts.facts.addressExample}
        error={form.isBridgeOdd && text.bridgeOdd}
        value={values.bridge}
        onChange={event => set({ bridge: event.currentTarget.value })}
      />
    </Form>
  )
}

/** [WR4] What a war room is for, and what of it the record shows. */
function Criteria({ incident }: Pick<RoomFormProps, 'incident'>) {
  const now = useNow()
  return (
    <div className={styles.part}>
      <span className={textStyles.soft}>{text.criteria}</span>
      <ul className={styles.criteria} aria-label={text.criteria}>
        {criteriaNow(incident, now).map(({ criterion, holds }) => (
          <li key={criterion}>
            <Tag tone={holds ? 'good' : 'plain'} open={!holds}>
              {t(text.criterionIs, { criterion: text.criterion[criterion], is: holds ? text.holds : text.open })}
            </Tag>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface PartProps {
  readonly form: RoomFormState
}

function Part({ form, part }: PartProps & { readonly part: 'invite' | 'post' | 'line' }) {
  return (
    <Checkbox
      label={text.parts[part]}
      checked={form.ticked[part]}
      onChange={event => form.tick(part, event.currentTarget.checked)}
    />
  )
}

/** A message as it will be posted. An open slot of its template is a flaw of it. */
function PartText({ form, part, rows }: PartProps & { readonly part: 'post' | 'line'; readonly rows: number }) {
  const slot = form.slotIn(part)
  return (
    <div className={styles.part}>
      <Part form={form} part={part} />
      {form.ticked[part] && (
        <TextArea
          limit={MESSAGE_LIMIT}
          aria-label={text.parts[part]}
          rows={rows}
          error={slot !== undefined && t(text.slot, { slot })}
          value={form.texts[part]}
          onChange={event => form.set({ [part]: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

function Invites({ form }: PartProps) {
  const { unknown, odd } = form.invited
  return (
    <div className={styles.part}>
      <Part form={form} part="invite" />
      {form.ticked.invite && (
        <TextField
          limit={null}
          aria-label={text.parts.invite}
          description={unknown.length > 0 ? t(text.unknown, { people: listText(unknown) }) : undefined}
          placeholder={text.inviteAbout}
          error={odd.length > 0 && t(text.odd, { text: listText(odd) })}
          value={form.texts.invite}
          onChange={event => form.set({ invite: event.currentTarget.value })}
        />
      )}
    </div>
  )
}

function Pins({ incident, form }: PartProps & Pick<RoomFormProps, 'incident'>) {
  if (form.pinnable.length === 0)
    return (
      <p className={textStyles.soft}>
        <Trans text={text.noLinks} parts={{ key: <Key>{keyOf('facts')}</Key> }} />
      </p>
    )
  return (
    <Fieldset legend={text.pins}>
      {incident.links.filter(form.isPinnable).map(({ id, kind, label, url }) => (
        <Checkbox
          key={id}
          label={t(text.pin, { kind: texts.barLinks.linkKinds[kind], label })}
          description={url}
          checked={!form.unpinned.has(id)}
          onChange={event => form.pin(id, event.currentTarget.checked)}
        />
      ))}
    </Fieldset>
  )
}

function PublicLine({ form }: PartProps) {
  if (form.targets.length === 0) return null
  return (
    <>
      <PartText form={form} part="line" rows={3} />
      {form.ticked.line && (
        <Select
          label={text.publicWhere}
          allowDeselect={false}
          data={form.targets.map(({ key, label }) => ({ value: key, label }))}
          value={form.target?.key ?? null}
          onChange={where => where !== null && form.set({ where })}
        />
      )}
    </>
  )
}
