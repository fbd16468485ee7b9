import { useState } from 'react'
import type { StatusPage } from '../../../../shared/contract/status-pages'
import type { Incident } from '../../../../shared/domain/incident'
import { basisOf, type MovedFact, movedSince, type TextBasis } from '../../../../shared/domain/text-basis'
import { mayHaveReached } from '../../../../shared/domain/update'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useBoard } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { useClockFace } from '../../../ui/clock-face'
import { Key } from '../../../ui/key'
import { Trans } from '../../../ui/trans'
import { statusPageOf } from '../public-facts'
import styles from './composer.module.css'
import type { ComposerState } from './composer-form'

const text = texts.composer.moved

/** Somebody's words on the status page that did not come from here. */
interface ShownPost {
  readonly page: string
  readonly title: string
  readonly body: string
  readonly at: number | null
}

export interface Moved {
  readonly facts: readonly MovedFact[]
  readonly posts: readonly ShownPost[]
  /** What the writer knew when they began, or was last told and went on with. */
  readonly basis: TextBasis
}

/**
 * [CM27] What moved since the draft was saved, or since a new one was opened: facts of the incident, and what others
 * posted on its status page directly.
 */
export function useMoved(incident: Incident, { update, channel, body }: ComposerState): Moved {
  // Of the draft as it was opened: saving it later is no word on what moved.
  const [begun] = useState(() => incident.updates.find(({ id }) => id === update)?.basis ?? basisOf(incident))
  const basis = saysImpact(body, incident) ? { ...begun, impact: incident.impact } : begun
  const page = useBoard(board => (channel === null ? undefined : statusPageOf(channel, board.pages)))
  const [pages, setPages] = useState<Readonly<Record<string, readonly string[]>>>({})
  const known = page && pages[page.feed]
  // The first that is read of a page is what its writer began from.
  if (page !== undefined && known === undefined) setPages({ ...pages, [page.feed]: page.incidents.map(postKey) })
  const own = new Set(incident.updates.filter(mayHaveReached).map(({ content }) => content.body.trim()))
  const posts = (page?.incidents ?? [])
    .filter(shown => known?.includes(postKey(shown)) === false && !own.has(shown.lastUpdate.trim()))
    .map(({ name, lastUpdate, updatedAt }) => ({
      page: page?.name ?? '',
      title: name,
      body: lastUpdate,
      at: updatedAt,
    }))
  return { facts: movedSince(basis, incident), posts, basis }
}

/** A template was filled with it since, or its writer worded it: the text knows. */
function saysImpact(body: string, { impact }: Incident): boolean {
  const said = impact.trim().toLowerCase()
  return said !== '' && body.toLowerCase().includes(said)
}

function postKey({ externalId, lastUpdate, status }: StatusPage['incidents'][number]): string {
  return JSON.stringify([externalId, lastUpdate.trim(), status])
}

export interface MovedNoteProps {
  readonly moved: Moved
  /** Publishes the text as it reads; undefined while it is still being written. */
  readonly onPublish: (() => void) | undefined
}

/** [CM27] What the text may not know yet. */
export function MovedNote({ moved: { facts, posts }, onPublish }: MovedNoteProps) {
  const clock = useClockFace()
  if (facts.length === 0 && posts.length === 0) return null
  return (
    <div className={styles.said} role="alert">
      {facts.map(fact => (
        <p key={fact.fact} className={styles.what}>
          {factText(fact)}
        </p>
      ))}
      {posts.map(post => (
        <p key={`${post.title} ${post.body}`} className={styles.what}>
          <Trans
            text={post.at === null ? text.posted : text.postedAt}
            parts={{
              page: <bdi>{post.page}</bdi>,
              time: post.at !== null && clock.short(post.at),
              title: <strong dir="auto">{post.title}</strong>,
              body: <span dir="auto">{post.body}</span>,
            }}
          />
        </p>
      ))}
      {onPublish !== undefined && (
        <Button onClick={onPublish}>
          <Trans text={text.publish} parts={{ key: <Key quiet>{texts.composer.meanwhile.publishTooKey}</Key> }} />
        </Button>
      )}
    </div>
  )
}

function factText({ fact, from, to }: MovedFact): string {
  const word = (value: string) => (fact === 'status' ? (statusWords[value] ?? value) : value)
  if (from === '') return t(text.first[fact], { to: word(to) })
  return t(to === '' ? text.gone : text[fact], { from: word(from), to: word(to) })
}

const statusWords: Readonly<Record<string, string>> = texts.comms.statuses
