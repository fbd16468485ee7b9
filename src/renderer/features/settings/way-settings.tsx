import { texts } from '../../../shared/texts/texts'
import { type GlobalCommandId, keyOf } from '../../commands/command-list'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import type { Setting, SettingPart } from './setting'

/** Settings with a dialog of their own can be found here too, and open it. */
const ways = [
  { place: 'screen', request: 'me', ...texts.ways.me },
  { place: 'screen', request: 'layouts', ...texts.ways.layouts },
  { place: 'screen', request: 'times', ...texts.ways.times },
  { place: 'engine', request: 'connections', ...texts.ways.connections },
  { place: 'engine', request: 'panels', ...texts.ways.panels },
  { place: 'engine', request: 'noise', ...texts.ways.noise },
] as const

function waySettings(where: Setting['place']): readonly Setting[] {
  return ways
    .filter(({ place }) => place === where)
    .map(({ place, request, name, about, other, open }) => ({
      ...{ id: request, place, name, about, words: other },
      Part: ({ labelledBy, leaveFor }: SettingPart) => (
        <WayThere request={request} open={open} labelledBy={labelledBy} leaveFor={leaveFor} />
      ),
    }))
}

export const waysOfScreen = waySettings('screen')
export const waysOfEngine = waySettings('engine')

interface WayThereProps extends SettingPart {
  readonly request: GlobalCommandId
  readonly open: string
}

function WayThere({ request, open, labelledBy, leaveFor }: WayThereProps) {
  return (
    <Button aria-describedby={labelledBy} onClick={() => leaveFor(request)}>
      {open} <Key quiet>{keyOf(request)}</Key>
    </Button>
  )
}
