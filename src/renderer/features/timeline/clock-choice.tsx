import { useCallback, useContext, useMemo, useState } from 'react'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow } from '../../stores/cockpit'
import { useCommand } from '../../stores/use-command'
import { Button } from '../../ui/button'
import { ClockContext } from '../../ui/clock-face'
import { type RowClocks, rowClocks, type TimeChoice, timeChoices } from '../../ui/row-clock'

const text = texts.timeline
const STORAGE_KEY = 'quarterdeck.timeline.times'

/** The clocks of the timeline's rows, as chosen in this browser, and a function that switches to the next choice. */
export function useRowClocks(): readonly [RowClocks, () => void] {
  const [choice, setChoice] = useState(() => storedChoice(window.localStorage))
  const screen = useContext(ClockContext).choice
  const next = useCallback(
    () =>
      setChoice(before => {
        const after = nextChoice(before)
        saveChoice(window.localStorage, after)
        return after
      }),
    [],
  )
  useCommand('times', next)
  const clocks = useMemo(() => rowClocks(choice, screen, Date.now()), [choice, screen])
  return [clocks, next]
}

function storedChoice(storage: Storage): TimeChoice {
  const stored = storage.getItem(STORAGE_KEY)
  return timeChoices.find(choice => choice === stored) ?? 'utc-local'
}

function saveChoice(storage: Storage, choice: TimeChoice): void {
  try {
    storage.setItem(STORAGE_KEY, choice)
  } catch (error) {
    console.warn('The choice of clocks could not be saved', error)
  }
}

function nextChoice(choice: TimeChoice): TimeChoice {
  return timeChoices[(timeChoices.indexOf(choice) + 1) % timeChoices.length] ?? 'utc'
}

export interface ClocksButtonProps {
  readonly clocks: RowClocks
  readonly onNext: () => void
}

/** Names the clocks in use; pressing it switches to the next choice. */
export function ClocksButton({ clocks: { first, second }, onNext }: ClocksButtonProps) {
  const now = useNow()
  const names = [first, ...(second === null ? [] : [second])].map(clock => clock.zone(now)).join(' · ')
  return (
    <Button tone="bare" onClick={onNext} title={text.clocksHint} aria-label={t(text.clocks, { names })}>
      {names}
    </Button>
  )
}
