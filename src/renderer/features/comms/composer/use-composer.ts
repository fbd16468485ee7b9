import { type Dispatch, type SetStateAction, useCallback, useEffect, useRef, useState } from 'react'
import type { FilledTemplate, TemplateInfo } from '../../../../shared/contract/comms'
import type { Fault } from '../../../../shared/contract/faults'
import type { Incident } from '../../../../shared/domain/incident'
import { recordedContent, type UpdateContent } from '../../../../shared/domain/update'
import { SYMPTOM_LIMIT } from '../../../../shared/events/update-facts-typed'
import { excessOf } from '../../../../shared/lib/text-length'
import type { Millis } from '../../../../shared/lib/time'
import { useCockpit, useRecord } from '../../../stores/cockpit'
import { useReadOfFile } from '../../../stores/use-read'
import { alsoContents, type ComposerState, withKept } from './composer-form'
import {
  audienceOf,
  contentOf,
  fittingTemplate,
  typedFacts,
  withFilled,
  withTemplate,
  wordingOf,
} from './composer-state'
import { useTypedUpdate } from './use-typed-update'

/** Long enough to type a word in, short enough to feel live. */
const FILL_AFTER = 150

export interface Composer {
  readonly state: ComposerState
  readonly set: Dispatch<SetStateAction<ComposerState>>
  readonly templates: readonly TemplateInfo[]
  /** When the restored text was typed; null: none was restored. */
  readonly since: Millis | null
  readonly startOver: () => void
  readonly goOnWith: (state: ComposerState) => void
  /** True until the first text has arrived: it would overwrite what is typed before. */
  readonly pending: boolean
  /**
   * The state with the template's answer to all that was typed: the text on display follows the fields a moment later.
   * [CM23] null: the engine did not fill it, and `unfilled` says why. An edited text lacks nothing that was typed.
   */
  readonly settled: () => Promise<ComposerState | null>
  /** A caller waits for `settled`. */
  readonly settling: boolean
  /** [CM23] Why the text lacks something that was typed; null: it does not, or will not in a moment. */
  readonly unfilled: Fault | null
  /** Saves it as a draft; false: the engine did not, and the pane says why. */
  readonly save: (state: ComposerState) => Promise<boolean>
  /** Saves what changed since the last time, as far as it can be saved. */
  readonly saveIfChanged: (state: ComposerState) => Promise<boolean>
}

/**
 * An update while it is being written: loads the templates, and fills the chosen one again after each input.
 * @param reviewed [TM13] its text is being reviewed: nothing changes it meanwhile but its writer
 */
export function useComposer(start: ComposerState, shared: SharedDraft, reviewed: boolean): Composer {
  const { commands } = useCockpit()
  const { state, set, since, forget, startOver, goOnWith } = useTypedUpdate(start)
  const [pending, setPending] = useState(!state.byHand)
  const ready = useCallback(() => setPending(false), [])
  const templates = useTemplates(set, ready)
  const kept = useRef(keptOf(start))
  const { fill, unfilled } = useFill(state.template, set)
  useFilling({ state, fill, ready, reviewed, version: templates.find(({ name }) => name === state.template)?.version })
  const [settling, setSettling] = useState(false)
  const settled = async () => {
    if (state.template === null) return state
    setSettling(true)
    const filled = await fill(state, () => true)
    setSettling(false)
    if (filled === null) return state.byHand ? state : null
    return withFilled(state, filled)
  }
  const save = async (written: ComposerState) => {
    const content = contentOf(written)
    if (content === undefined) return false
    const also = alsoContents(written, content)
    const beside = { audience: audienceOf(written), facts: typedFacts(written), wording: wordingOf(written) }
    const asked = { update: written.update, content, was: shared.base, ...beside, also: [...also] }
    shared.goOnFrom(content)
    const { ok } = await commands.send('comms', 'comms:draft', asked)
    if (!ok) return false
    kept.current = keptOf(written)
    set(now => withKept(now, also))
    // The engine has all of it as a draft.
    forget()
    return true
  }
  const saveIfChanged = async (written: ComposerState) => {
    const content = contentOf(written)
    return content === undefined || keptOf(written) === kept.current ? true : await save(written)
  }
  return {
    state,
    set,
    templates,
    pending,
    since,
    startOver,
    goOnWith,
    settled,
    settling,
    unfilled,
    save,
    saveIfChanged,
  }
}

/** Everything that a draft of it would contain. */
function keptOf(state: ComposerState): string {
  const content = contentOf(state)
  const also = content === undefined ? [] : alsoContents(state, content)
  return JSON.stringify([content, also.map(({ was: _, ...one }) => one)])
}

/** [TM13] The list as the files are now, and for a new update the template that fits its stage. */
function useTemplates(set: Composer['set'], ready: () => void): readonly TemplateInfo[] {
  const { latest: templates = none, fault } = useReadOfFile('comms:templates', nothing)
  const isEmpty = templates.length === 0
  // Only the first time: a list that is read again chooses nothing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: as the list is when it arrives
  useEffect(() => {
    if (isEmpty) return
    set(state => {
      const fits = fittingTemplate(templates, state.stage, audienceOf(state))
      return state.byHand || state.template !== null || fits === undefined ? state : withTemplate(state, fits)
    })
  }, [isEmpty, set])
  const isAnswered = fault !== undefined || templates !== none
  useEffect(() => {
    if (isAnswered && isEmpty) ready()
  }, [isAnswered, isEmpty, ready])
  return templates
}

const nothing = {}
const none: readonly TemplateInfo[] = []

type Filling = Pick<ComposerState, 'template' | 'typed' | 'promise'>
type Fill = (asked: Filling, counts: () => boolean) => Promise<FilledTemplate | null>

/** [CM23] Requests the text; an outdated answer changes nothing. */
function useFill(
  chosen: string | null,
  set: Composer['set'],
): { readonly fill: Fill; readonly unfilled: Fault | null } {
  const { commands } = useCockpit()
  const [failed, setFailed] = useState<{ readonly template: string; readonly fault: Fault } | null>(null)
  const fill: Fill = useCallback(
    async ({ template, typed, promise }, counts) => {
      if (template === null) return null
      const reply = await commands.send('comms', 'comms:fill', { template, fields: typed, nextUpdateAt: promise })
      // `unfilled` shows this, next to what went wrong with saving or publishing.
      if (!reply.ok) commands.dismiss('comms')
      if (!counts()) return null
      setFailed(reply.ok ? null : { template, fault: reply.fault })
      if (!reply.ok) return null
      set(state => withFilled(state, reply.value))
      return reply.value
    },
    [commands, set],
  )
  return { fill, unfilled: failed !== null && failed.template === chosen ? failed.fault : null }
}

interface FillingProps {
  readonly state: ComposerState
  readonly fill: Fill
  readonly ready: () => void
  readonly reviewed: boolean
  /** Of the chosen template's file as it is now. */
  readonly version: string | undefined
}

function useFilling({ state, fill, ready, reviewed, version }: FillingProps): void {
  const { template, typed, promise, filled } = state
  // A time that is confirmed while this is open goes into the text at once.
  const times = useRecord(({ incident: { started, ended } }) => `${started?.at} ${ended?.at}`)
  const hasTooMuch = Object.values(typed).some(text => excessOf(text, SYMPTOM_LIMIT) > 0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other times fill the template again
  useEffect(() => {
    if (template === null || hasTooMuch || reviewed) return
    let gone = false
    const start = () => void fill({ template, typed, promise }, () => !gone).then(() => gone || ready())
    const timer = setTimeout(start, Object.keys(typed).length === 0 ? 0 : FILL_AFTER)
    return () => {
      gone = true
      clearTimeout(timer)
    }
  }, [fill, ready, template, typed, promise, times, hasTooMuch, reviewed])
  const hasMoved = version !== undefined && filled?.template === template && filled?.version !== version
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each version, with what is typed by then
  useEffect(() => {
    if (hasMoved && template !== null && !hasTooMuch && !reviewed) void fill({ template, typed, promise }, () => true)
  }, [hasMoved, version, reviewed])
}

export interface SharedDraft {
  /** The content that an edit is based on: the draft when this writer opened or last saved it; null: there was none. */
  readonly base: UpdateContent | null
  /** What another person changed since; undefined: nothing. */
  readonly theirs: UpdateContent | undefined
  /** The writer has saved this, or continues from it. */
  readonly goOnFrom: (content: UpdateContent) => void
}

/** [ED2] A draft that others may open too: the second of two people who save it is shown the first one's text. */
export function useSharedDraft(incident: Incident, { update }: Pick<ComposerState, 'update'>): SharedDraft {
  const now = incident.updates.find(({ id }) => id === update)?.content ?? null
  // Our own text counts before the engine has answered: it may have stored it although its answer was lost.
  const [known, setKnown] = useState<readonly (UpdateContent | null)[]>([now])
  const own = known.find(content => JSON.stringify(content) === JSON.stringify(now))
  return {
    base: own === undefined ? (known.at(-1) ?? null) : own,
    theirs: now !== null && own === undefined ? now : undefined,
    goOnFrom: content => setKnown(before => [...before, recordedContent(content)]),
  }
}
