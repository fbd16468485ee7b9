import { Button } from '../../ui/button'
import { firstZone, secondZone, type TimeChoice, zoneName } from './times'

/** Says which clocks stand beside the lines; the next choice is one press away. */
export function TimesButton({ times, onTurn }: { times: TimeChoice; onTurn: () => void }) {
  const second = secondZone(times)
  const names = [zoneName(firstZone(times)), ...(second === null ? [] : [zoneName(second)])].join(' · ')
  return (
    <Button tone="bare" onClick={onTurn} title="Which clock stands first (T)" aria-label={`Clocks: ${names}`}>
      {names}
    </Button>
  )
}
