import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import { channelKey } from '../../../../shared/domain/update'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useBoard } from '../../../stores/cockpit'
import { Button } from '../../../ui/button'
import { TextArea, TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'
import { withAlso, withOwnText } from './also-to'
import styles from './composer.module.css'
import type { AlsoTo, OwnText } from './composer-form'
import { limitsOf } from './composer-state'
import type { Composer } from './use-composer'

const text = texts.composer

interface AlsoProps {
  readonly composer: Composer
}

/** [UP10] Further channels that the same message goes to; nothing where there is no other. */
export function AlsoChoice({ composer: { state, set } }: AlsoProps) {
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
          label={t(texts.channels.choice[channel.vendor], { name: channel.label })}
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

/** What each of them gets: the same words, until they are reworded for it. */
export function AlsoTexts({ composer: { state, set } }: AlsoProps) {
  return state.also.map(one => (
    <OneChannel
      key={one.update}
      also={one}
      same={{ title: state.title, body: state.body }}
      onWords={own => set(before => withOwnText(before, one.update, own))}
    />
  ))
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
      <p className={styles.same}>
        <Trans text={text.sameWords} parts={{ channel: <bdi>{name}</bdi>, act }} />
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
      <Button tone="bare" onClick={() => onWords(null)}>
        {text.sameAgain}
      </Button>
    </div>
  )
}
