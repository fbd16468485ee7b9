import { useContext, useMemo, useState } from 'react'
import type { StrategyItem } from '../../../shared/contract/inputs/strategy'
import { newId, type StrategyId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { editedPart, LONGEST_ITEM } from '../../../shared/domain/strategy'
import { NAME_LIMIT } from '../../../shared/events/fields'
import type { Millis } from '../../../shared/lib/time'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { keyOf } from '../../commands/command-list'
import { useCockpit, useNow, useOwnFault, useRecord, useSession } from '../../stores/cockpit'
import { offerFor } from '../../stores/focus-store'
import { useOnCall } from '../../stores/use-on-call'
import { useTypedFields } from '../../stores/use-typed-fields'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { Choice } from '../../ui/choice'
import { ClockContext } from '../../ui/clock-face'
import { ChangedMeanwhile } from '../../ui/colleagues'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { FaultNote } from '../../ui/fault-note'
import { Form } from '../../ui/form'
import { Key } from '../../ui/key'
import type { DialogPart } from '../../ui/on-demand'
import { peopleKnown } from '../../ui/people-known'
import { RestoredNote } from '../../ui/restored-note'
import { rowClock } from '../../ui/row-clock'
import { TextField } from '../../ui/text-fields'
import { Trans } from '../../ui/trans'
import { useBase } from '../../ui/use-base'
import type { BoardRow } from './board-rows'
import { dueTyped } from './typed-due'

const text = texts.strategy.form

type ItemRow = Exclude<BoardRow, { readonly kind: 'decision' }>

export interface ItemDialogProps extends DialogPart {
  /** The edited row; absent: an item is added. */
  readonly row?: ItemRow | null
}

/** [SG10] Adds an item to the board, or edits it, without the grammar of the timeline's line. */
export function ItemDialog({ opened, onClose, row = null }: ItemDialogProps) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={row === null ? text.add : t(text.edit, kindText(row.kind))}
      width={600}
    >
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <ItemForm incident={incident} row={row} onDone={onClose} />
      )}
    </Dialog>
  )
}

type Kind = ItemRow['kind']
const kinds: readonly Kind[] = ['task', 'attempt', 'hypothesis', 'question', 'risk', 'todo']
const kindOptions = kinds.map(value => ({ value, label: text.kinds[value] }))
const kindText = (kind: Kind) => ({ kind: text.kinds[kind] })

interface ItemFormProps {
  readonly incident: Incident
  readonly row: ItemRow | null
  readonly onDone: () => void
}

function ItemForm({ incident, row, onDone }: ItemFormProps) {
  const { commands, focus } = useCockpit()
  const fault = useOwnFault('strategy')
  const { choice, face } = useContext(ClockContext)
  const now = useNow()
  const [offer] = useState(() => (row === null ? offerFor(focus, 'board-add') : null))
  const [start] = useState(() => startOf(row, face.short, offer?.text))
  const [id] = useState(() => row?.item.id ?? newId<StrategyId>())
  const base = useBase(editedPart(itemNow(incident, id) ?? row?.item ?? nothing))
  // An offer has a form of its own: it must not replace what the user had half typed.
  const about = offer === null ? '' : `:${offer.measure ?? offer.text}`
  const form = useTypedFields(row === null ? `board-item${about}` : `board-item:${id}`, start.values)
  const { values, set } = form
  const kind = row?.kind ?? kinds.find(one => one === values.kind) ?? 'task'
  const clock = useMemo(() => rowClock(choice), [choice])
  // Unchanged text is not parsed again: its time may have passed, or be of another day.
  const dueAt = values.due === start.values.due ? start.dueAt : dueTyped(values.due, now, clock)
  const save = async () => {
    if (kind === 'task' && dueAt === undefined) return
    const item = itemOf(kind, row, values, dueAt ?? null, offer?.measure)
    const sent = { id, item, ...(row !== null && { was: base.value }) }
    const same = row !== null && values.text.trim() === row.item.text && isUnchanged(values, start.values)
    if (!same && !(await commands.send('strategy', 'strategy:put', sent)).ok) return
    leave()
  }
  const leave = () => {
    form.forget()
    onDone()
  }
  const keepMine = () => {
    commands.dismiss('strategy')
    base.rebase()
  }
  const decide = { onTakeTheirs: leave, onKeepMine: keepMine }
  return (
    <Form onSubmit={save} submit={row === null ? text.submit : text.save}>
      <RestoredNote since={form.since} forget={form.forget} />
      {row === null && <KindChoice kind={kind} onKind={next => set({ kind: next })} onLeave={onDone} />}
      <TextField
        data-autofocus
        limit={LONGEST_ITEM}
        label={text.text}
        needed={texts.ui.empty}
        dir="auto"
        value={values.text}
        onChange={event => set({ text: event.currentTarget.value })}
      />
      {kind !== 'attempt' && kind !== 'hypothesis' && (
        <OwnerField incident={incident} owner={values.owner} onOwner={owner => set({ owner })} />
      )}
      {kind === 'task' && <DueField typed={values.due} dueAt={dueAt} time={face.short} onDue={due => set({ due })} />}
      {row !== null && base.isStale ? (
        <ChangedMeanwhile theirs={saidOf(editedPart(itemNow(incident, id) ?? row.item), face.short)} {...decide} />
      ) : (
        <FaultNote fault={fault} />
      )}
    </Form>
  )
}

/** The kind of the new item; a decision has a form of its own. */
function KindChoice(props: {
  readonly kind: Kind
  readonly onKind: (kind: Kind) => void
  readonly onLeave: () => void
}) {
  const { kind, onKind, onLeave } = props
  const { focus } = useCockpit()
  const decide = () => {
    onLeave()
    focus.request('decide')
  }
  return (
    <>
      <Choice legend={text.kind} columns={3} options={kindOptions} value={kind} onChange={onKind} />
      <ButtonRow>
        <Button tone="bare" onClick={decide}>
          <Trans text={text.decision} parts={{ key: <Key quiet>{keyOf('decide')}</Key> }} />
        </Button>
      </ButtonRow>
    </>
  )
}

const nothing = { text: '' }

function itemNow({ tasks, attempts, hypotheses, points }: Incident, id: StrategyId) {
  return [...tasks, ...attempts, ...hypotheses, ...points].find(known => known.id === id)
}

function saidOf({ text, owner, dueAt }: ReturnType<typeof editedPart>, time: (at: Millis) => string): string {
  return [text, owner, dueAt && time(dueAt)].filter(Boolean).join(' · ')
}

interface Values {
  readonly kind: string
  readonly text: string
  readonly owner: string
  readonly due: string
}

function startOf(row: ItemRow | null, time: (at: Millis) => string, offered = '') {
  const owner = row !== null && 'owner' in row.item ? (row.item.owner?.name ?? '') : ''
  const dueAt = row?.kind === 'task' ? row.item.dueAt : null
  const due = dueAt === null ? '' : time(dueAt)
  const values: { readonly [Name in keyof Values]: string } = {
    ...{ kind: row?.kind ?? 'task', text: row?.item.text ?? offered, owner, due },
  }
  return { values, dueAt }
}

function isUnchanged(values: Values, start: Values): boolean {
  return values.owner.trim() === start.owner && values.due === start.due
}

function itemOf(kind: Kind, row: ItemRow | null, values: Values, dueAt: Millis | null, measure?: string): StrategyItem {
  const said = values.text.trim()
  const owner = values.owner.trim().replace(/^@/, '') || null
  switch (kind) {
    case 'task':
      return { kind, text: said, owner, dueAt, measure }
    case 'attempt':
      return { kind, text: said, result: row?.kind === 'attempt' ? row.item.result : 'pending', measure }
    case 'hypothesis':
      return { kind, text: said }
    default:
      return { kind, text: said, owner }
  }
}

/** Number of names offered at once: more would push the time out of view. */
const OFFERED = 6

function OwnerField(props: {
  readonly incident: Incident
  readonly owner: string
  readonly onOwner: (owner: string) => void
}) {
  const { incident, owner, onOwner } = props
  const timeline = useRecord(record => record.timeline)
  const me = useSession(session => session.me)
  const { people } = useOnCall()
  const known = useMemo(() => peopleKnown(incident, timeline ?? [], people, me), [incident, timeline, people, me])
  const typed = owner.trim().replace(/^@/, '').toLowerCase()
  const fitting = known.filter(({ name }) => name.toLowerCase().includes(typed) && name !== owner)
  return (
    <>
      <TextField
        limit={NAME_LIMIT}
        label={text.owner}
        placeholder={texts.strategy.nobody}
        dir="auto"
        value={owner}
        onChange={event => onOwner(event.currentTarget.value)}
      />
      <ButtonRow gap="close">
        {fitting.slice(0, OFFERED).map(({ name, detail }) => (
          <Button key={name} title={detail} onClick={() => onOwner(name)}>
            <bdi>{name}</bdi>
          </Button>
        ))}
        {owner !== '' && (
          <Button tone="bare" onClick={() => onOwner('')}>
            {texts.strategy.nobody}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}

function DueField(props: {
  readonly typed: string
  readonly dueAt: Millis | null | undefined
  readonly time: (at: Millis) => string
  readonly onDue: (typed: string) => void
}) {
  const { typed, dueAt, time, onDue } = props
  return (
    <>
      <TextField
        limit={null}
        label={text.due}
        placeholder={text.dueExample}
        description={
          dueAt === null || dueAt === undefined ? texts.strategy.noTime : t(text.dueAt, { time: time(dueAt) })
        }
        error={dueAt === undefined && text.unreadable}
        value={typed}
        onChange={event => onDue(event.currentTarget.value)}
      />
      <ButtonRow gap="close">
        {text.soon.map(span => (
          <Button key={span} onClick={() => onDue(span)}>
            {span}
          </Button>
        ))}
        {typed !== '' && (
          <Button tone="bare" onClick={() => onDue('')}>
            {texts.strategy.noTime}
          </Button>
        )}
      </ButtonRow>
    </>
  )
}
