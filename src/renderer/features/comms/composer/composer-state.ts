import type { FilledTemplate, TemplateInfo } from '../../../../shared/contract/comms'
import type { StatusPageTemplate } from '../../../../shared/contract/status-pages'
import { type Audience, audienceIn, audienceName, audienceNamed } from '../../../../shared/domain/audience'
import { channelKind, usualChannel } from '../../../../shared/domain/channels/channel-kinds'
import { HOLDING, usualImpact } from '../../../../shared/domain/holding-post'
import { newId, type UpdateId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { messageOf, stillEditable } from '../../../../shared/domain/message'
import type { Severity } from '../../../../shared/domain/severity'
import { openSlots } from '../../../../shared/domain/slots'
import { statuses } from '../../../../shared/domain/status'
import {
  type Channel,
  type ComponentStatus,
  type DraftOrigin,
  hasChannel,
  noChannel,
  publishedTo,
  type Stage,
  type Update,
  type UpdateContent,
  type UpdateFacts,
} from '../../../../shared/domain/update'
import type { Millis } from '../../../../shared/lib/time'
import { overlong } from './blockers'
import { type ComposerState, type OwnText, resumeAlso } from './composer-form'
import { typedOf } from './use-typed-update'

export function newComposer(incident: Incident, channels: readonly Channel[]): ComposerState {
  const channel = usualChannel(channels) ?? null
  return {
    update: newId<UpdateId>(),
    resumed: false,
    template: null,
    filled: null,
    typed: {},
    stage: likelyStage(incident, audienceOf({ channel, internal: '' })),
    channel,
    also: [],
    internal: '',
    title: '',
    body: '',
    byHand: false,
    status: incident.status,
    statusChosen: false,
    components: {},
    before: {},
    notify: true,
    impact: usualImpact[incident.severity],
    promise: null,
    promisedMinutes: null,
  }
}

/** Name of the file with the words for it, in the folder of templates. */
const NOTHING_NEW = 'nothing-new'

/**
 * [CM24] An update that says that there is nothing new, and when the next one comes. Before customers were told anything it
 * is the first notice, and once the incident is resolved that it is over.
 */
export function nothingNew(incident: Incident, channels: readonly Channel[]): ComposerState {
  const fresh = newComposer(incident, channels)
  return likelyStage(incident, 'customers') === 'progress'
    ? { ...fresh, template: NOTHING_NEW, stage: 'progress' }
    : fresh
}

/**
 * [HP1] The first word to customers, for when nothing is known yet. Once they were told anything it is the update that
 * says that there is nothing new.
 */
export function holdingPost(incident: Incident, channels: readonly Channel[]): ComposerState {
  return likelyStage(incident, 'customers') === 'initial'
    ? { ...newComposer(incident, channels), template: HOLDING, stage: 'initial' }
    : nothingNew(incident, channels)
}

/**
 * [CM22] A resumed draft, with its template, fields and choices; of a failed update, exactly the text that was sent.
 * @param all updates of the incident: those of the same message are included
 */
export function resumeComposer(update: Update, all: readonly Update[] = [update]): ComposerState {
  const [first = update, ...others] = stillEditable(messageOf(update, all).renditions)
  const { id, audience, content, wording, delivery } = first
  const { stage, title, body, status, components, notify, nextUpdateAt, impact = null } = content
  const channel = hasChannel(content) ? content.channel : null
  const { template, typed, statusChosen, promisedMinutes, version: savedVersion, ...words } = wording ?? wordedByHand
  const byHand = words.byHand || delivery.state === 'failed'
  const named = [audience, ...others.map(other => other.audience)].flatMap(one => audienceName(one) ?? [])
  return {
    ...{ stage, channel, title, body, status, components, notify, impact },
    ...{ template, savedVersion, typed, byHand, statusChosen, promisedMinutes },
    update: id,
    also: resumeAlso(first, others),
    internal: named[0] ?? '',
    resumed: true,
    filled: null,
    before: content.before ?? {},
    promise: byHand || promisedMinutes !== null ? nextUpdateAt : null,
  }
}

const wordedByHand: DraftOrigin = {
  ...{ template: null, typed: {}, byHand: true, statusChosen: true, promisedMinutes: null },
}

/** [CM22] What is stored with a draft beside its text; undefined: it came from no template. */
export function wordingOf({
  template,
  filled,
  savedVersion,
  typed,
  byHand,
  statusChosen,
  promisedMinutes,
}: ComposerState): DraftOrigin | undefined {
  if (template === null) return undefined
  // Words by hand stay those of the template that they were begun with.
  const version = (byHand ? savedVersion : undefined) ?? filled?.version ?? savedVersion
  return { template, ...(version !== undefined && { version }), typed, byHand, statusChosen, promisedMinutes }
}

/** [CM3] [UP7] For each audience the first update, then progress, then that it is over. */
export function likelyStage(incident: Incident, audience: Audience): Stage {
  if (incident.status === 'resolved') return 'resolution'
  return publishedTo(audience, incident.updates).length > 0 ? 'progress' : 'initial'
}

/** [UP9] The audience of the chosen channel. */
export function audienceOf({ channel, internal }: Pick<ComposerState, 'channel' | 'internal'>): Audience {
  return audienceIn(channel ?? noChannel, audienceNamed(internal, []))
}

/**
 * [TM11] Those for whoever reads the channel, and of the incident's severity.
 * @param severity null: no incident is open, and none of one severity fits
 */
export function offeredTemplates(
  templates: readonly TemplateInfo[],
  { readers, severity }: { readonly readers: Audience; readonly severity: Severity | null },
): readonly TemplateInfo[] {
  return templates.filter(
    ({ audience, severities }) =>
      (readers !== 'customers' || audience === 'customers') &&
      (severities === undefined || severities.some(one => one === severity)),
  )
}

/** [TM11] What a new update starts with: the first for its stage and audience, else for customers, else the first. [AU10] The first notice of an audience that has templates is one of those. */
export function fittingTemplate(
  templates: readonly TemplateInfo[],
  stage: Stage,
  audience: Audience,
): TemplateInfo | undefined {
  const ofStage = templates.filter(template => template.stage === stage)
  return (
    ofStage.find(template => template.audience === audience) ??
    (stage === 'initial' && audienceName(audience) !== null
      ? templates.find(one => one.audience === audience)
      : undefined) ??
    ofStage.find(template => template.audience === 'customers') ??
    templates[0]
  )
}

/** A template for an audience of the team names it, wherever customers do not read along. */
export function withTemplate(state: ComposerState, { name, stage, audience }: TemplateInfo): ComposerState {
  const internal = audienceName(audience) ?? state.internal
  const fresh = { savedVersion: undefined, typed: {}, filled: null, byHand: false, statusChosen: false }
  return { ...state, ...fresh, template: name, stage, internal }
}

/** A template of the status page: from here on the text is the writer's. An empty title leaves the present one. */
export function withPageTemplate(state: ComposerState, { title, body, status }: StatusPageTemplate): ComposerState {
  const said = statuses.find(known => known === status)
  return {
    ...state,
    ...{
      template: null,
      savedVersion: undefined,
      filled: null,
      typed: {},
      byHand: true,
      body,
      title: title === '' ? state.title : title,
    },
    ...(said !== undefined && { status: said, statusChosen: true }),
    ...(said === 'resolved' && { stage: 'resolution' as const }),
  }
}

/** [TM14] Whether the draft was saved with another version of its template than the one that fills it now. */
export function templateMoved({ savedVersion, filled }: ComposerState): boolean {
  return savedVersion !== undefined && filled !== null && filled.version !== savedVersion
}

export function withField(state: ComposerState, name: string, value: string): ComposerState {
  return { ...state, typed: { ...state.typed, [name]: value } }
}

/**
 * [CM4] The template's answer. What the writer edited or chose stays; of title and text the one that they did not touch goes
 * on following the fields, and a hole that was typed for is filled.
 */
export function withFilled(state: ComposerState, filled: FilledTemplate): ComposerState {
  const { title, body } = filled
  const text = state.byHand
    ? { ...(follows(state, 'title') && { title }), ...(follows(state, 'body') && { body }) }
    : { title, body }
  const status = state.statusChosen ? {} : { status: filled.status }
  return { ...state, ...text, ...status, filled, stage: filled.stage }
}

function follows({ filled, ...state }: ComposerState, part: 'title' | 'body'): boolean {
  // Of a draft that is opened again only a title with a hole is known to be the template's.
  if (filled === null) return part === 'title' && openSlots(state.title).length > 0
  return state[part] === filled[part]
}

/** Sets another status of one component; choosing the one that customers already see removes the change. */
export function withComponent(
  state: ComposerState,
  id: string,
  status: ComponentStatus,
  shown: ComponentStatus,
): ComposerState {
  const { [id]: _, ...others } = state.components
  if (status === shown) return { ...state, components: others }
  return { ...state, components: { ...others, [id]: status }, before: { ...state.before, [id]: shown } }
}

/** The writer's own text. [CM19] Its promise is fixed from here on: the text no longer follows the clock. */
export function withTypedText(
  state: ComposerState,
  words: Partial<Pick<ComposerState, 'title' | 'body'>>,
): ComposerState {
  return { ...state, ...words, promise: promiseOf(state), byHand: true }
}

/** The template's text again, with a promise that follows the clock unless a span was chosen. */
export function withFilledAgain(state: ComposerState, { title, body }: FilledTemplate): ComposerState {
  return { ...state, title, body, byHand: false, promise: state.promisedMinutes === null ? null : state.promise }
}

/** [CM19] An edited text has a promise of its own; a template's is computed again with its text. */
function promiseOf({ byHand, promise, filled }: ComposerState): Millis | null {
  return byHand ? promise : (promise ?? filled?.nextUpdateAt ?? null)
}

export function typedPromiseOf(state: ComposerState): Millis | null {
  if (state.stage === 'resolution') return null
  return promiseOf(state)
}

/** [CM20] The writer typed or chose nothing: closing stores nothing, and the next composer starts the same. */
export function isUntouched(state: ComposerState, start: ComposerState): boolean {
  if (start.resumed) return choicesIn(state) === choicesIn(start)
  const { byHand, typed, statusChosen, promise, components, notify, channel, also, internal, stage, impact } = state
  // [AU10] Of an audience that it was opened for, the template that is its own sets the stage.
  const staged = start.internal === '' && stage !== start.stage
  const other = staged || notify !== start.notify || impact !== start.impact
  const chosen = statusChosen || promise !== null || other
  const filled = Object.values(typed).some(value => value.trim() !== '') || Object.keys(components).length > 0
  return !byHand && !chosen && !filled && channel === start.channel && internal === start.internal && also.length === 0
}

/** All that a writer typed or chose; the template's own text, which changes with the record, is not included. */
function choicesIn(state: ComposerState): string {
  const { channel, components, notify, stage, status, statusChosen, promise, impact } = state
  return JSON.stringify([typedOf(state), channel, components, notify, stage, statusChosen && status, promise, impact])
}

/** What would be saved; undefined while there is nothing to save, or while it is too long. */
export function contentOf(state: ComposerState): UpdateContent | undefined {
  const { stage, status, before } = state
  const [title, body] = [state.title.trim(), state.body.trim()]
  const all = [{ title, body }, ...state.also.flatMap(({ own }) => own ?? [])]
  if (!all.every(isKeepable)) return undefined
  const channel = state.channel ?? noChannel
  const kind = channelKind(channel)
  // [CM16] A draft without a channel mails no one until one is chosen; its components wait for the page.
  const notify = state.channel !== null && kind.mail && state.notify
  const components = kind.components ? state.components : {}
  const impact = kind.impact && state.impact !== null ? { impact: state.impact } : {}
  const page = { components, ...(Object.keys(components).length > 0 && { before }), ...impact }
  return { stage, channel, title, body, status, ...page, notify, nextUpdateAt: typedPromiseOf(state) }
}

function isKeepable(words: OwnText): boolean {
  const [title, body] = [words.title.trim(), words.body.trim()]
  return title !== '' && body !== '' && overlong(title, body).length === 0
}

/** [CM8] Product and symptom as typed, for the next update; undefined: neither was typed. */
export function typedFacts({ filled, typed }: ComposerState): UpdateFacts | undefined {
  const said = (from: keyof UpdateFacts) => {
    const names = filled?.fields.flatMap(field => (field.from === from ? [field.name] : [])) ?? []
    return names.map(name => typed[name]?.trim() ?? '').find(value => value !== '')
  }
  const [service, impact] = [said('service'), said('impact')]
  if (service === undefined && impact === undefined) return undefined
  return { ...(service !== undefined && { service }), ...(impact !== undefined && { impact }) }
}
