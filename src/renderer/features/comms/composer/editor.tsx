import { Checkbox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { codeText } from '../../../../shared/contract/coded-text'
import type { FilledField, FilledTemplate } from '../../../../shared/contract/comms'
import type { ServiceNames } from '../../../../shared/contract/services'
import { channelKind, isForCustomers, readersOf } from '../../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../../shared/domain/incident'
import type { HeldBack } from '../../../../shared/domain/restore-components'
import { openSlots, slotFor } from '../../../../shared/domain/slots'
import type { TurningPoint } from '../../../../shared/domain/stated-time'
import { audiencesOf, noChannel } from '../../../../shared/domain/update'
import { PRODUCT_LIMIT, SYMPTOM_LIMIT } from '../../../../shared/events/update-facts-typed'
import { listText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useCockpit } from '../../../stores/cockpit'
import { useProposedTimes } from '../../../stores/use-proposals'
import { Button } from '../../../ui/button'
import { useClockFace } from '../../../ui/clock-face'
import { faultText, reasonText } from '../../../ui/fault-text'
import { focusAtEnd } from '../../../ui/focus-at-end'
import { Key } from '../../../ui/key'
import { RestoredNote } from '../../../ui/restored-note'
import textStyles from '../../../ui/text.module.css'
import { TextArea, TextField } from '../../../ui/text-fields'
import { timeSourceText } from '../../../ui/time-source-text'
import { Trans } from '../../../ui/trans'
import { statusPageOf } from '../public-facts'
import { blockers, limitsOf } from './blockers'
import {
  AlsoChoice,
  AlsoTexts,
  AudienceChoice,
  ChannelChoice,
  Length,
  PromiseChoice,
  StatusChoice,
  TemplateChoice,
} from './choices'
import { ComponentChips, ImpactChoice, productNames, proposedComponents } from './component-chips'
import styles from './composer.module.css'
import type { ComposerState } from './composer-form'
import { contentOf, withField, withFilledAgain, withTypedText } from './composer-state'
import { Foot, type FootProps } from './notices'
import { PublicNow } from './public-now'
import type { Composer } from './use-composer'
import { Wording } from './wording'

const text = texts.composer

export interface UpdateEditorProps {
  readonly incident: Incident
  readonly composer: Composer
  readonly setBack: (() => void) | undefined
  readonly heldBack: ReadonlyMap<string, HeldBack>
  readonly onReview: () => void
  readonly onKeep: () => void
  readonly foot: Omit<FootProps, 'children'>
}

/** Left: what the record knows and what is still missing. Right: the words as customers will read them. */
export function UpdateEditor({ incident, composer, setBack, heldBack, onReview, onKeep, foot }: UpdateEditorProps) {
  const { state, set } = composer
  const pages = useBoard(board => board.pages)
  const names = useServiceNames()
  const kind = state.channel === null ? undefined : channelKind(state.channel)
  const page = state.channel !== null && kind?.components ? statusPageOf(state.channel, pages) : undefined
  return (
    <>
      <RestoredNote since={composer.since} forget={composer.startOver} />
      <div className={styles.editor}>
        <div className={styles.facts}>
          <TemplateChoice composer={composer} />
          <ChannelChoice composer={composer} />
          <AlsoChoice composer={composer} />
          <AudienceChoice composer={composer} known={audiencesOf(incident)} />
          {names.problem !== '' && (
            <p className={styles.problem}>
              {t(text.namesProblem, { problem: codeText({ ...names, message: names.problem }, texts.faults) })}
            </p>
          )}
          <TemplateFields
            incident={incident}
            products={productNames(incident, pages, names.services)}
            fields={fieldsInUse(state)}
            typed={state.typed}
            onType={(name, value) => set(before => withField(before, name, value))}
          />
        </div>
        <div className={styles.words}>
          <Words incident={incident} composer={composer} />
          <AlsoTexts composer={composer} />
          <PublicNow incident={incident} channel={state.channel} body={state.body} />
          <StatusChoice composer={composer} />
          <ImpactChoice composer={composer} />
          {page !== undefined && (
            <ComponentChips
              components={page.components}
              proposed={proposedComponents(incident, page.components, names.services)}
              {...{ composer, setBack }}
              held={heldBack}
            />
          )}
          {state.stage !== 'resolution' && <PromiseChoice composer={composer} />}
          {state.channel !== null && !isForCustomers(state.channel) && (
            <p className={textStyles.quiet}>{texts.channels.tellsColleagues}</p>
          )}
          {kind?.mail && (
            <Checkbox
              label={texts.comms.mail}
              checked={state.notify}
              onChange={event => set({ ...state, notify: event.currentTarget.checked })}
            />
          )}
        </div>
      </div>
      <Actions composer={composer} {...{ onReview, onKeep, foot }} />
    </>
  )
}

/** A field whose hole is in no text any more is not missing: its writer worded it otherwise. */
function fieldsInUse({ filled, title, body }: ComposerState): readonly FilledField[] {
  const open = openSlots(`${title}\n${body}`)
  const fields = filled?.fields ?? []
  return fields.map(field => ({ ...field, missing: field.missing && open.includes(slotFor(field.label)) }))
}

const none: ServiceNames = { services: [], catalogue: [], path: '', problem: '' }

/** Public names of services, as their file is when the composer opens. */
function useServiceNames(): ServiceNames {
  const { link } = useCockpit()
  const [names, setNames] = useState(none)
  useEffect(() => {
    let here = true
    void link.call('services:names', {}).then(reply => {
      if (here) setNames(reply.ok ? reply.value : { ...none, problem: faultText(reply.fault) })
    })
    return () => {
      here = false
    }
  }, [link])
  return names
}

/** The text itself; from the first letter typed here it is the writer's, until the template is asked for again. */
function Words({ incident, composer: { state, set, pending } }: Pick<UpdateEditorProps, 'incident' | 'composer'>) {
  const title = useRef<HTMLInputElement>(null)
  const body = useRef<HTMLTextAreaElement>(null)
  const limits = limitsOf(state.channel)
  // Back from the review, whose buttons had the focus: its writer goes on with the text.
  useEffect(() => {
    const field = body.current
    if (field !== null && field.form?.contains(document.activeElement) !== true) focusAtEnd(field)
  }, [])
  return (
    <div className={styles.words}>
      <TextField
        ref={title}
        limit={limits.title}
        label={text.subject}
        readOnly={pending}
        value={state.title}
        onChange={event => set(withTypedText(state, { title: event.currentTarget.value }))}
      />
      <TextArea
        ref={body}
        limit={limits.body}
        label={texts.channels.read[readersOf(state.channel ?? noChannel)]}
        rows={8}
        data-autofocus
        readOnly={pending}
        value={state.body}
        onChange={event => set(withTypedText(state, { body: event.currentTarget.value }))}
      />
      {state.channel !== null && <Length channel={state.channel} body={state.body} />}
      {!pending && <Wording {...{ incident, state, title, body }} />}
      {state.byHand && state.filled !== null && (
        <p className={textStyles.quiet}>
          <Trans text={text.byHand} parts={{ act: <FillAgain filled={state.filled} set={set} /> }} />
        </p>
      )}
    </div>
  )
}

function FillAgain({ filled, set }: Pick<Composer, 'set'> & { readonly filled: FilledTemplate }) {
  return (
    <Button tone="bare" onClick={() => set(state => withFilledAgain(state, filled))}>
      {text.fillAgain}
    </Button>
  )
}

function Actions({
  composer: { state, pending, settling },
  onReview,
  onKeep,
  foot,
}: Omit<UpdateEditorProps, 'setBack' | 'heldBack' | 'incident'>) {
  const missing = blockers(state)
  return (
    <Foot {...foot}>
      <p className={styles.missing} role="status">
        {!pending && missing.length > 0 && t(text.before, { what: listText(missing) })}
        {(pending || (settling && missing.length === 0)) && texts.ui.reading}
      </p>
      <Button onClick={onKeep} disabled={contentOf(state) === undefined}>
        <Trans text={text.keep} parts={{ key: <Key quiet>Ctrl S</Key> }} />
      </Button>
      <Button tone="primary" onClick={onReview} aria-disabled={missing.length > 0 || undefined}>
        <Trans text={text.review} parts={{ key: <Key quiet>Ctrl ↵</Key> }} />
      </Button>
    </Foot>
  )
}

const fieldTexts = texts.composer.field

export interface TemplateFieldsProps {
  readonly incident: Incident
  /** What customers may know it as. */
  readonly products: readonly string[]
  readonly fields: readonly FilledField[]
  readonly typed: Readonly<Record<string, string>>
  readonly onType: (name: string, value: string) => void
}

/** The template's fields, each with the place its value came from. The first missing one takes the focus when they come. */
export function TemplateFields({ incident, products, fields, typed, onType }: TemplateFieldsProps) {
  const box = useRef<HTMLDivElement>(null)
  const came = fields.length > 0
  useEffect(() => {
    if (came) box.current?.querySelector<HTMLInputElement>('input[data-error]')?.focus()
  }, [came])
  return (
    <div ref={box} className={styles.fields}>
      {fields.map(({ name, label, from, value, source, missing, code, values }) => (
        <div key={name}>
          <TextField
            limit={from === 'service' ? PRODUCT_LIMIT : SYMPTOM_LIMIT}
            label={label.charAt(0).toUpperCase() + label.slice(1)}
            value={typed[name] ?? value}
            sent={typed[name] ?? value}
            onChange={event => onType(name, event.currentTarget.value)}
            error={missing}
            description={
              <Source
                missing={missing}
                said={
                  missing
                    ? fieldTexts.missing
                    : whence(typed[name] !== undefined, reasonText({ code, values, reason: source }))
                }
              />
            }
            classNames={{ root: styles.field ?? '', wrapper: styles.wrapper ?? '' }}
          />
          {from === 'service' && missing && <Products names={products} onTake={product => onType(name, product)} />}
          {isTime(from) && value === '' && <Times of={timeOf[from]} incident={incident} />}
        </div>
      ))}
    </div>
  )
}

const timeOf = { since: 'started', until: 'ended' } as const

function isTime(from: string | undefined): from is keyof typeof timeOf {
  return from !== undefined && Object.hasOwn(timeOf, from)
}

function Products({ names, onTake }: { readonly names: readonly string[]; readonly onTake: (name: string) => void }) {
  return (
    <p className={styles.offers}>
      {names.map(name => (
        <Button key={name} tone="bare" onClick={() => onTake(name)}>
          {name}
        </Button>
      ))}
    </p>
  )
}

/** [BE1] A press confirms the time for the record, and so for this text and all later ones. */
function Times({ of, incident }: { readonly of: TurningPoint; readonly incident: Incident }) {
  const { commands } = useCockpit()
  const clock = useClockFace()
  const proposals = useProposedTimes(of, incident)
  return (
    <p className={styles.offers}>
      {proposals.map(({ at, source }) => (
        <Button
          key={at}
          tone="bare"
          title={timeSourceText({ of, source })}
          onClick={() => void commands.send('comms', 'incident:confirm-time', { of, at, source })}
        >
          {t(fieldTexts.confirm, { time: clock.short(at) })}
        </Button>
      ))}
    </p>
  )
}

/** In one line beside the label; the whole of it at the pointer. */
function Source({ missing, said }: { readonly missing: boolean; readonly said: string }) {
  return (
    <span className={styles.source} data-missing={missing || undefined} title={said} dir="auto">
      {said}
    </span>
  )
}

function whence(byHand: boolean, source: string): string {
  if (byHand) return fieldTexts.typed
  return source === '' ? fieldTexts.optional : t(fieldTexts.from, { source })
}
