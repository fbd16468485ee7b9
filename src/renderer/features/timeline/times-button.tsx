import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useNow } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import type { RowClocks } from './times'

const text = texts.timeline

/** Says which clocks stand beside the lines; the next choice is one press away. */
export function TimesButton({ clocks: { first, second }, onTurn }: { clocks: RowClocks; onTurn: () => void }) {
  const now = useNow()
  const names = [first, ...(second === null ? [] : [second])].map(clock => clock.zone(now)).join(' · ')
  return (
    <Button tone="bare" onClick={onTurn} title={text.clocksHint} aria-label={t(text.clocks, { names })}>
      {names}
    </Button>
  )
}
