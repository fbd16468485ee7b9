import type { Replay } from '../../../shared/events/replay'
import { numberText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import styles from './replay-dialog.module.css'
import { type Position, replayKeys, speeds } from './use-replay'

const text = texts.archive.replay
const { back, on, play } = replayKeys

/** [RY2] The replay's time as a slider, by entry, by milestone, and played at a speed. */
export function ReplayControls({ replay, position }: { readonly replay: Replay; readonly position: Position }) {
  const clock = useClockFace()
  const { at, count, playing, speed, setSpeed, goTo, step, togglePlay } = position
  const time = t(text.at, { time: clock.full(at), count: numberText(count), all: numberText(replay.count) })
  const span = Math.max(1, replay.to - replay.from)
  return (
    <section className={styles.controls} aria-label={text.name}>
      <div className={styles.track}>
        <input
          type="range"
          className={styles.slider}
          data-autofocus
          aria-label={text.time}
          aria-valuetext={time}
          min={replay.from}
          max={replay.to}
          step={1}
          value={at}
          onChange={event => goTo(Number(event.currentTarget.value))}
        />
        {replay.marks.map(mark => (
          <span
            key={mark.count}
            className={styles.tick}
            aria-hidden="true"
            style={{ left: `${((mark.at - replay.from) / span) * 100}%` }}
          />
        ))}
      </div>
      <div className={styles.keys}>
        <Button onClick={() => step(-1)} aria-label={text.back} disabled={count <= 1}>
          <Key quiet>{back}</Key>
        </Button>
        <Button onClick={togglePlay}>
          <Trans text={playing ? text.pause : text.play} parts={{ key: <Key quiet>{play}</Key> }} />
        </Button>
        <Button onClick={() => step(1)} aria-label={text.on} disabled={count >= replay.count}>
          <Key quiet>{on}</Key>
        </Button>
        <fieldset className={styles.speeds} aria-label={text.speed}>
          {speeds.map(one => (
            <Button key={one} tone="bare" aria-pressed={one === speed} onClick={() => setSpeed(one)}>
              {t(text.times, { speed: one })}
            </Button>
          ))}
        </fieldset>
        <span className={styles.time}>{time}</span>
      </div>
      <details className={styles.marks}>
        <summary className={styles.milestonesHead}>
          {text.marks} <Key quiet>{text.pageUp}</Key> <Key quiet>{text.pageDown}</Key>
        </summary>
        <ol>
          {replay.marks.map(mark => (
            <li key={mark.count}>
              <Button
                tone="bare"
                aria-current={mark.count === count || undefined}
                onClick={() => step(mark.count - count)}
              >
                <bdi>{t(text.mark, { time: clock.short(mark.at), text: mark.text })}</bdi>
              </Button>
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}
