import { Checkbox, type ComboboxData, SegmentedControl, Select } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import type { TemplateInfo } from '../../../../shared/contract/comms'
import type { StatusPageTemplate } from '../../../../shared/contract/status-pages'
import { vendorName } from '../../../../shared/contract/vendors'
import { type Audience, audienceName } from '../../../../shared/domain/audience'
import { channelKind, countedIn, isForCustomers, readersOf } from '../../../../shared/domain/channels/channel-kinds'
import { type Status, statuses } from '../../../../shared/domain/status'
import { type Channel, channelKey, noChannel } from '../../../../shared/domain/update'
import { NAME_LIMIT } from '../../../../shared/events/fields'
import { MINUTE, utcClock } from '../../../../shared/lib/time'
import { numberText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useBoard, useCockpit, useRecord } from '../../../stores/cockpit'
import { engineNow } from '../../../stores/session-store'
import { audienceText } from '../../../ui/audience-text'
import { Button } from '../../../ui/button'
import { faultText, reasonText, staleText } from '../../../ui/fault-text'
import textStyles from '../../../ui/text.module.css'
import { TextArea, TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'
import { limitsOf } from './blockers'
import styles from './composer.module.css'
import { type AlsoTo, type ComposerState, type OwnText, withAlso, withOwnText, withoutChannel } from './composer-form'
import {
  audienceOf,
  offeredTemplates,
  templateMoved,
  typedPromiseOf,
  withPageTemplate,
  withTemplate,
} from './composer-state'
import type { Composer } from './use-composer'

const text = texts.composer

interface ChoiceProps {
  readonly composer: Composer
}

/** Our own templates, which are filled from the record, and the status page's own, which are used as they are. */
export function TemplateChoice({ composer: { state, set, templates } }: ChoiceProps) {
  const onPage = usePageTemplates(state.channel)
  const choose = (name: string | null) => {
    const template = templates.find(known => known.name === name)
    if (template !== undefined) return set(before => withTemplate(before, template))
    const prepared = onPage.templates.find(({ id }) => name === `${ON_PAGE}${id}`)
    if (prepared !== undefined) set(before => withPageTemplate(before, prepared))
  }
  const severity = useRecord(({ incident }) => incident.severity) ?? null
  const offered = offeredTemplates(templates, { readers: audienceOf({ ...state, internal: '' }), severity })
  const says = [...fileWords(state, templates), ...(onPage.problem === '' ? [] : [pageProblem(onPage)])]
  return (
    <Select
      label={text.template}
      placeholder={state.byHand ? text.byHandNone : text.chooseOne}
      description={says.length === 0 ? undefined : says.join(' ')}
      data={templateOptions(offered, onPage.templates, state)}
      value={state.template}
      onChange={choose}
      allowDeselect={false}
    />
  )
}

/** [TM9] [TM14] What its writer should know of the file of the chosen template. */
function fileWords(state: ComposerState, templates: readonly TemplateInfo[]): readonly string[] {
  const { problem, version } = templates.find(({ name }) => name === state.template) ?? {}
  return [
    // One that was never whole is said where its text would be.
    ...(problem && version !== undefined
      ? [t(text.templateBroken, { problem: reasonText({ ...problem, reason: problem.message }) })]
      : []),
    ...(templateMoved(state) ? [state.byHand ? text.templateMovedOwn : text.templateMoved] : []),
  ]
}

function pageProblem({ problem }: PageTemplates): string {
  return t(text.pageTemplates, { problem })
}

/** In groups by whom they are for, where there is more than one group; colleagues' own first where only they read. */
function templateOptions(
  offered: readonly TemplateInfo[],
  onPage: readonly StatusPageTemplate[],
  state: ComposerState,
): ComboboxData {
  const inside = offered.filter(({ audience }) => audience !== 'customers')
  const audiences = [...new Set([...inside, ...offered].map(({ audience }) => audience))]
  const own = audiences.map(audience => ({
    group: audiences.length === 1 ? text.fromRecord : audienceText(audience),
    items: offered
      .filter(template => template.audience === audience)
      .map(({ name, title }) => ({ value: name, label: title })),
  }))
  const theirs = onPage.map(({ id, name }) => ({ value: `${ON_PAGE}${id}`, label: name }))
  const all = theirs.length === 0 ? own : [...own, { group: labelOf(state), items: theirs }]
  return all.length === 1 ? (all[0]?.items ?? []) : all
}

const none: PageTemplates = { templates: [], problem: '' }

interface PageTemplates {
  readonly templates: readonly StatusPageTemplate[]
  /** Why there are none, or no newer ones, in the vendor's words; empty for nothing. */
  readonly problem: string
}

/** [CM16] Templates that the owners of a status page have prepared there; none for another kind of channel. */
function usePageTemplates(channel: Channel | null): PageTemplates {
  const { link } = useCockpit()
  const [found, setFound] = useState(none)
  const connection = channel !== null && channelKind(channel).preparedTexts ? channel.connection : null
  useEffect(() => {
    setFound(none)
    if (connection === null) return
    let here = true
    void link.call('pages:templates', { connection }).then(reply => {
      if (!here) return
      setFound(
        reply.ok
          ? { templates: reply.value.value, problem: staleText(reply.value) }
          : { templates: [], problem: faultText(reply.fault) },
      )
    })
    return () => {
      here = false
    }
  }, [link, connection])
  return found
}

const ON_PAGE = 'page:'

function labelOf({ channel }: ComposerState): string {
  return channel === null ? text.prepared : t(text.preparedOn, { channel: channel.label })
}

/** Its name, and its kind unless that is its name. */
function choiceText({ vendor, label: name }: Channel): string {
  const isItsKind = name.toLowerCase() === vendorName[vendor].toLowerCase()
  return isItsKind ? name : t(texts.channels.choice[vendor], { name })
}

export function ChannelChoice({ composer: { state, set } }: ChoiceProps) {
  const channels = useBoard(board => board.channels)
  return (
    <Select
      label={text.channel}
      placeholder={text.noChannel}
      data={channels.map(channel => ({
        value: channelKey(channel),
        label: choiceText(channel),
      }))}
      value={state.channel === null ? null : channelKey(state.channel)}
      onChange={key => {
        const channel = channels.find(known => channelKey(known) === key)
        if (channel === undefined) return
        const also = withoutChannel(state.also, channel)
        set(before => ({ ...before, channel, also, components: {}, before: {} }))
      }}
      allowDeselect={false}
    />
  )
}

/** [UP9] The audience of an internal channel: all colleagues, or those that the team names here. */
export function AudienceChoice({
  composer: { state, set },
  known,
}: ChoiceProps & { readonly known: readonly Audience[] }) {
  const channels = [state.channel ?? noChannel, ...state.also.map(({ channel }) => channel)]
  if (channels.every(isForCustomers)) return null
  const names = known.flatMap(one => audienceName(one) ?? []).filter(one => one !== state.internal)
  const name = (internal: string) => set(before => ({ ...before, internal }))
  return (
    <div>
      <TextField
        limit={NAME_LIMIT}
        label={text.audience}
        placeholder={text.audienceAll}
        value={state.internal}
        onChange={event => name(event.currentTarget.value)}
      />
      {names.length > 0 && (
        <p className={styles.offers}>
          {names.map(known => (
            <Button key={known} tone="bare" onClick={() => name(known)}>
              {known}
            </Button>
          ))}
        </p>
      )}
    </div>
  )
}

export function StatusChoice({ composer: { state, set } }: ChoiceProps) {
  const label = useId()
  return (
    <div>
      <p id={label} className={styles.label}>
        {texts.channels.status[readersOf(state.channel ?? noChannel)]}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby={label}
        data={statuses.map(status => ({ value: status, label: texts.comms.statuses[status] }))}
        value={state.status}
        onChange={status => set(before => ({ ...before, status: status as Status, statusChosen: true }))}
      />
    </div>
  )
}

const spans = [15, 30, 60, 120] as const

/** The promise "next update by": the severity's cadence until a span is chosen. */
export function PromiseChoice({ composer: { state, set } }: ChoiceProps) {
  const { session } = useCockpit()
  const label = useId()
  const due = typedPromiseOf(state)
  const choose = (minutes: string) => {
    // On the whole minute: customers read it as a time of day.
    const promise = Math.ceil((engineNow(session) + Number(minutes) * MINUTE) / MINUTE) * MINUTE
    set(before => ({ ...before, promise, promisedMinutes: Number(minutes) }))
  }
  return (
    <div>
      <p id={label} className={styles.label}>
        {due === null ? text.promise : t(text.promiseBy, { time: utcClock(due).slice(0, 5) })}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby={label}
        data={spans.map(minutes => ({
          value: String(minutes),
          label: minutes < 60 ? t(text.minutes, { count: minutes }) : t(text.hours, { count: minutes / 60 }),
        }))}
        value={state.promisedMinutes === null ? '' : String(state.promisedMinutes)}
        onChange={choose}
      />
    </div>
  )
}

/** [UP10] Other channels that the same message goes to; nothing if there is no other. */
export function AlsoChoice({ composer: { state, set } }: ChoiceProps) {
  const label = useId()
  const channels = useBoard(board => board.channels)
  const first = state.channel
  if (first === null) return null
  const others = channels.filter(channel => channelKey(channel) !== channelKey(first))
  if (others.length === 0) return null
  const chosen = new Set(state.also.map(({ channel }) => channelKey(channel)))
  return (
    <fieldset className={styles.also} aria-labelledby={label}>
      <p id={label} className={styles.label}>
        {text.alsoTo}
      </p>
      {others.map(channel => (
        <Checkbox
          key={channelKey(channel)}
          label={choiceText(channel)}
          checked={chosen.has(channelKey(channel))}
          onChange={event => {
            const wanted = event.currentTarget.checked
            set(before => withAlso(before, channel, wanted))
          }}
        />
      ))}
    </fieldset>
  )
}

/** The text for each of them: the same, until it is reworded for that channel. */
export function AlsoTexts({ composer: { state, set } }: ChoiceProps) {
  return state.also.map(one => (
    <OneChannel
      key={one.update}
      also={one}
      same={{ title: state.title, body: state.body }}
      onWords={own => set(before => withOwnText(before, one.update, own))}
    />
  ))
}

interface LengthProps {
  readonly channel: Channel
  readonly body: string
}

/** [PT1] How long a text is where it goes, counted as it is counted there. */
export function Length({ channel, body }: LengthProps) {
  const { count, most } = countedIn(channel, body.trim())
  const words = t(texts.channels.length, { count: numberText(count), most: numberText(most) })
  return <span className={count > most ? styles.over : textStyles.quiet}>{words}</span>
}

interface OneChannelProps {
  readonly also: AlsoTo
  readonly same: OwnText
  readonly onWords: (own: OwnText | null) => void
}

function OneChannel({ also: { channel, own }, same, onWords }: OneChannelProps) {
  const name = channel.label
  if (own === null) {
    const act = (
      <Button tone="bare" onClick={() => onWords(same)}>
        {text.reword}
      </Button>
    )
    return (
      <p className={textStyles.quiet}>
        <Trans
          text={text.sameWords}
          parts={{ channel: <bdi>{name}</bdi>, length: <Length channel={channel} body={same.body} />, act }}
        />
      </p>
    )
  }
  const limits = limitsOf(channel)
  return (
    <div className={styles.own}>
      <TextField
        limit={limits.title}
        label={t(text.titleFor, { channel: name })}
        value={own.title}
        onChange={event => onWords({ ...own, title: event.currentTarget.value })}
      />
      <TextArea
        limit={limits.body}
        label={t(text.textFor, { channel: name })}
        rows={4}
        value={own.body}
        onChange={event => onWords({ ...own, body: event.currentTarget.value })}
      />
      <Length channel={channel} body={own.body} />
      <Button tone="bare" onClick={() => onWords(null)}>
        {text.sameAgain}
      </Button>
    </div>
  )
}
