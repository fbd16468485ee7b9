import { words } from '../../../shared/words/words'
import type { Place } from '../../stores/focus-store'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import type { Setting, SettingPart } from './setting'

/** What has a dialog of its own is found here too, and leads there. */
const ways = [
  { place: 'screen', request: 'me', keyName: 'm', ...words.ways.me },
  { place: 'screen', request: 'layouts', keyName: 'L', ...words.ways.layouts },
  { place: 'screen', request: 'times', keyName: 'T', ...words.ways.times },
  { place: 'engine', request: 'connections', keyName: ',', ...words.ways.connections },
  { place: 'engine', request: 'panels', keyName: 'p', ...words.ways.panels },
  { place: 'engine', request: 'noise', keyName: 'N', ...words.ways.noise },
] as const

function waySettings(where: Setting['place']): readonly Setting[] {
  return ways
    .filter(({ place }) => place === where)
    .map(({ place, request, keyName, name, about, other, open }) => ({
      ...{ id: request, place, name, about, words: other },
      Part: ({ labelledBy, leaveFor }: SettingPart) => (
        <WayThere request={request} keyName={keyName} open={open} labelledBy={labelledBy} leaveFor={leaveFor} />
      ),
    }))
}

export const waysOfScreen = waySettings('screen')
export const waysOfEngine = waySettings('engine')

interface WayThereProps extends SettingPart {
  readonly request: Place
  readonly keyName: string
  readonly open: string
}

function WayThere({ request, keyName, open, labelledBy, leaveFor }: WayThereProps) {
  return (
    <Button aria-describedby={labelledBy} onClick={() => leaveFor(request)}>
      {open} <Key quiet>{keyName}</Key>
    </Button>
  )
}
