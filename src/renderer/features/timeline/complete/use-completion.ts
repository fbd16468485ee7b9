import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { OnCall } from '../../../../shared/contract/people'
import type { Timeline } from '../../../../shared/domain/timeline'
import { useCockpit, useRecord, useSession } from '../../../stores/cockpit'
import { type NamedPerson, peopleKnown } from '../../../ui/people-known'
import { reportSources } from '../report-grammar'
import {
  type Completion,
  type CompletionOffer,
  completionAt,
  kindOffers,
  soughtKindOffers,
  tagsKnown,
  type Vocabulary,
  withOffer,
} from './completion'

export interface Completing {
  readonly completion: Completion | undefined
  /** People who can be mentioned; empty until the user begins to type a name. */
  readonly people: readonly NamedPerson[]
  /** Index of the offer that Tab takes. */
  readonly chosen: number
  readonly take: (offer: CompletionOffer) => void
  /** Called on every move of the caret. */
  readonly onSelect: () => void
  /** @returns whether the list handled the key */
  readonly press: (event: KeyboardEvent) => boolean
}

export interface CompletingField {
  readonly field: RefObject<HTMLInputElement | HTMLTextAreaElement | null>
  readonly text: string
  readonly setText: (text: string) => void
  readonly timeline: Timeline
  /** `write`: kinds begin the line; `find`: they can be anywhere. `off`: plain text only. */
  readonly use: 'write' | 'find' | 'off'
}

/** [TL8] Offers for the mark that is being typed. Enter sends the line unless the user chose an offer with an arrow. */
export function useCompletion({ field, text, setText, timeline, use }: CompletingField): Completing {
  const [caret, setCaret] = useState(text.length)
  const [chosen, setChosen] = useState<number | null>(null)
  /** The word whose offers were closed with Esc. */
  const [dismissed, setDismissed] = useState<string | null>(null)
  const known = useVocabulary(timeline, use, text)
  const found = use === 'off' ? undefined : completionAt(text, Math.min(caret, text.length), known)
  const word = found === undefined ? null : `${found.from} ${text.slice(found.from, found.to)}`
  const completion = word === dismissed ? undefined : found
  const place = useRef<number | null>(null)
  useEffect(() => {
    if (word !== null) setChosen(null)
  }, [word])
  useLayoutEffect(() => {
    if (place.current === null) return
    field.current?.setSelectionRange(place.current, place.current)
    place.current = null
  })

  const take = (offer: CompletionOffer) => {
    if (completion === undefined) return
    const next = withOffer(text, completion, offer)
    place.current = next.caret
    setCaret(next.caret)
    setText(next.text)
  }
  const onSelect = () => setCaret(field.current?.selectionStart ?? 0)
  const press = ({ key, shiftKey }: KeyboardEvent): boolean => {
    const offers = completion?.offers ?? []
    const [first] = offers
    if (completion === undefined || first === undefined || shiftKey) return false
    if (key === 'Escape') setDismissed(word)
    else if (key === 'ArrowDown') setChosen(((chosen ?? -1) + 1) % offers.length)
    else if (key === 'ArrowUp') setChosen(((chosen ?? offers.length) - 1 + offers.length) % offers.length)
    else if (key === 'Tab') take(offers[chosen ?? 0] ?? first)
    else if (key === 'Enter' && (chosen !== null || isOnlyMark(text, completion))) take(offers[chosen ?? 0] ?? first)
    else return false
    return true
  }
  return { completion, people: known.people, chosen: chosen ?? 0, take, onSelect, press }
}

/** A line that is only a half-typed mark has no content yet: Enter completes the mark. */
function isOnlyMark(text: string, { from }: Completion): boolean {
  return text[from] === '!' && text.slice(from).trim() === text.trim()
}

function useVocabulary(timeline: Timeline, use: CompletingField['use'], text: string) {
  const incident = useRecord(record => record.incident)
  const me = useSession(session => session.me)
  const [names, signs] = [/[@\uff20]/.test(text), text.includes('#')]
  const onCall = useOnCallOnceNamed(names)
  const people = useMemo(
    () => (names ? peopleKnown(incident, timeline, onCall, me) : []),
    [names, incident, timeline, onCall, me],
  )
  const hypotheses = use === 'write' ? (incident?.hypotheses ?? noHypotheses) : noHypotheses
  const tags = useMemo(() => (signs ? tagsKnown(timeline) : []), [signs, timeline])
  const reports = incident?.reports
  const sources = useMemo(() => (use === 'write' ? reportSources(reports ?? []) : []), [use, reports])
  const crew = incident?.crew.teams
  const teams = useMemo(() => (use === 'write' ? (crew ?? []).map(({ name }) => name) : []), [use, crew])
  const kinds = use === 'find' ? soughtKindOffers : kindOffers
  return { people, tags, kinds, hypotheses, sources, teams, marksLead: use !== 'find' }
}

const nobody: readonly OnCall[] = []
const noHypotheses: Vocabulary['hypotheses'] = []

/** Who is on call now, read when a person begins to type a name. */
function useOnCallOnceNamed(named: boolean): readonly OnCall[] {
  const { link } = useCockpit()
  const [people, setPeople] = useState(nobody)
  useEffect(() => {
    if (!named) return
    let here = true
    void link.call('people:on-call', {}).then(reply => {
      // Without an answer, the people known here are still offered.
      if (here && reply.ok) setPeople(reply.value.people)
    })
    return () => {
      here = false
    }
  }, [link, named])
  return people
}
