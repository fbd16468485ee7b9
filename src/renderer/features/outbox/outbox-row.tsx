import type { KeyboardEvent } from 'react'
import { vendorName } from '../../../shared/contract/vendors'
import { type RecordedRequest, vendorOfRequest } from '../../../shared/domain/vendor-request'
import { texts } from '../../../shared/texts/texts'
import { useVendorState } from '../../stores/use-vendor-state'
import { Button } from '../../ui/button'
import { ButtonRow } from '../../ui/button-row'
import { Facts } from '../../ui/facts'
import { Key } from '../../ui/key'
import { OutsideLink } from '../../ui/outside-link'
import { PlaceChoices, placeAnswer } from '../../ui/place-choices'
import { PublishedTwice, type PublishedTwiceProps } from '../../ui/published-twice'
import { AGAIN_KEY, SettleChoices, settleChoices } from '../../ui/settle-choices'
import { Tag, type Tone } from '../../ui/tag'
import { Trans } from '../../ui/trans'
import styles from './outbox-list.module.css'
import type { Outward, OutwardState } from './outward'
import type { OutwardActs } from './use-outward'

export interface OutboxRowProps {
  readonly outward: Outward
  readonly first: boolean
  readonly acts: OutwardActs
}

const text = texts.outbox
const tones: Readonly<Record<OutwardState, Tone>> = {
  asking: 'bad',
  unknown: 'bad',
  failed: 'bad',
  'to-post': 'warn',
  twice: 'warn',
  waiting: 'warn',
  done: 'good',
}

/** One outbox item, with its actions by key while the row has the focus. */
export function OutboxRow({ outward, first, acts }: OutboxRowProps) {
  const { state, from } = outward
  const settles = state === 'unknown' || state === 'to-post'
  const asking = askingOf(outward)
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const word = settles ? settleChoices.find(({ key }) => key === event.key)?.word : undefined
    if (word !== undefined) acts.settle(outward, word)
    else if (state === 'failed' && event.key === AGAIN_KEY && 'act' in from) acts.again(outward)
    else if (!answersPlace(event, outward, acts)) return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above; the row's buttons do the same for a pointer
    <li className={styles.row} data-state={state} tabIndex={0} data-autofocus={first || undefined} onKeyDown={press}>
      <p className={styles.head}>
        <Tag tone={tones[state]} open={['asking', 'unknown', 'to-post', 'waiting'].includes(state)}>
          {text.states[state]}
        </Tag>
        <span className={styles.what}>{outward.words}</span>
      </p>
      {state === 'unknown' && 'act' in from && <ActSides act={from.act} reason={outward.reason} />}
      {settles && 'update' in from && <p className={styles.fact}>{outward.reason}</p>}
      {settles && (
        <ButtonRow gap="close">
          <SettleChoices onSettle={word => acts.settle(outward, word)} />
        </ButtonRow>
      )}
      {asking !== undefined && (
        <PlaceChoices
          asking={asking}
          keys
          onSay={word => acts.place(outward, word)}
          onBack={() => acts.callBack(outward)}
        />
      )}
      {state === 'failed' && <Failed outward={outward} acts={acts} />}
      {state === 'twice' && <PublishedTwice {...copiesOf(outward)} />}
      {state === 'done' && <ThereLink url={urlOf(outward)} />}
    </li>
  )
}

function askingOf({ from }: Outward) {
  return 'update' in from && from.update.delivery.state === 'asking' ? from.update.delivery : undefined
}

/**
 * Whether the key chooses the public incident that an update needing a decision continues. [DG3] A digit chooses one of
 * them, and Enter confirms.
 */
function answersPlace({ key, currentTarget }: KeyboardEvent, outward: Outward, acts: OutwardActs): boolean {
  const asking = askingOf(outward)
  const answer = asking && placeAnswer(key, asking)
  if (answer === undefined) return false
  if (answer === 'back') acts.callBack(outward)
  else if (answer.say === 'this') currentTarget.querySelectorAll<HTMLElement>('ol button')[Number(key) - 1]?.focus()
  else acts.place(outward, answer)
  return true
}

function ActSides({ act, reason }: { readonly act: RecordedRequest; readonly reason: string }) {
  const there = useVendorState(act.what)
  return (
    <Facts
      size="small"
      facts={[
        { name: text.here, value: reason },
        { name: text.there, value: there },
      ]}
    />
  )
}

function Failed({ outward, acts }: Pick<OutboxRowProps, 'outward' | 'acts'>) {
  const isUpdate = 'update' in outward.from
  return (
    <>
      <p className={styles.fact}>{outward.reason}</p>
      {isUpdate ? (
        <p className={styles.advice}>{text.readAgain}</p>
      ) : (
        <ButtonRow gap="close">
          <Button onClick={() => acts.again(outward)}>
            <Trans text={text.again} parts={{ key: <Key quiet>{AGAIN_KEY}</Key> }} />
          </Button>
        </ButtonRow>
      )}
    </>
  )
}

function copiesOf({ from }: Outward): PublishedTwiceProps {
  const end = 'act' in from ? from.act.standing : from.update.delivery
  const vendor = 'act' in from ? vendorName[vendorOfRequest(from.act.what)] : from.update.content.channel.label
  return { copies: ('copies' in end && end.copies) || [], vendor }
}

function urlOf({ from }: Outward): string | null {
  const end = 'act' in from ? from.act.standing : from.update.delivery
  return 'url' in end ? end.url : null
}

function ThereLink({ url }: { readonly url: string | null }) {
  return (
    <OutsideLink className={styles.link} url={url} otherwise={null}>
      {text.seeThere}
    </OutsideLink>
  )
}
