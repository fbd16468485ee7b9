import { type LinkId, newId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import { type Detection, type DetectionKind, type LinkKind, linkAddress } from '../../../shared/domain/incident-facts'
import type { ClockFace } from '../../../shared/lib/clock-face'
import type { Millis } from '../../../shared/lib/time'
import { useCockpit, useNow } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { useClockFace } from '../../ui/clock-face'
import { namesIn } from '../../ui/service-hints'
import { lastShown } from '../../ui/typed-clock'
import { useBase } from '../../ui/use-base'
import { sameFact, type TypedFacts } from './facts-outcome'

/** The typed facts, what they mean, and how they are saved: only what was changed is sent. */
export function useFactsForm(incident: Incident, onDone: () => void) {
  const { commands } = useCockpit()
  const clock = useClockFace()
  const now = useNow()
  const listed = useBase(incident.services)
  const noticed = useBase(incident.detected)
  const stored = startOf(incident, clock)
  const { values, set, forget, since } = useTypedFields<TypedFacts>('facts', stored)
  const services = namesIn(values.services)
  const detection = detectionIn(values, incident.detected, clock, now)
  const address = values.address.trim()
  const unopenable = address !== '' && linkAddress(address) === undefined

  const addLink = async () => {
    const link = { link: newId<LinkId>(), kind: values.kind as LinkKind, label: values.label, address }
    const reply = await commands.send('incident', 'incident:add-link', link)
    // If a later step is refused, pressing Enter again must not add the link twice.
    if (reply.ok) set({ address: '', label: '' })
    return reply
  }
  const send = async (): Promise<boolean> => {
    if (unopenable || detection === 'unreadable') return false
    const steps = [
      () => address === '' || addLink(),
      () =>
        sameFact(services, incident.services ?? []) ||
        commands.send('incident', 'incident:state-services', { services, was: listed.value }),
      () =>
        detection === null ||
        sameFact(detection, incident.detected) ||
        commands.send('incident', 'incident:state-detection', { detection, was: noticed.value }),
    ]
    for (const step of steps) {
      const reply = await step()
      if (reply !== true && !reply.ok) return false
    }
    return true
  }
  const save = async () => {
    if (!(await send())) return
    forget()
    onDone()
  }
  return {
    ...{ values, set, since, forget, save, listed, noticed, services, detection, stored, unopenable },
    hasAddress: address !== '',
    offered: offeredServices(incident),
  }
}

function startOf({ services, detected }: Incident, clock: ClockFace): TypedFacts {
  return {
    ...{ kind: 'ticket', address: '', label: '' },
    services: (services ?? []).join(', '),
    how: detected?.how ?? '',
    name: detected?.name ?? '',
    at: detected === null || detected.at === null ? '' : clock.short(detected.at),
  }
}

/** Null: nothing stated. An unchanged time is not parsed again, since it may be of another day. */
function detectionIn(
  { how, name, at }: TypedFacts,
  before: Detection | null,
  clock: ClockFace,
  now: Millis,
): Detection | 'unreadable' | null {
  if (how === '') return null
  const unchanged = before !== null && before.at !== null && at === clock.short(before.at)
  const read = unchanged ? before.at : at.trim() === '' ? null : lastShown(at, now, clock)
  return read === undefined ? 'unreadable' : { how: how as DetectionKind, name: name.trim(), at: read }
}

function offeredServices({ pages }: Incident): readonly string[] {
  return [...new Set(pages.flatMap(({ service }) => service ?? []))]
}
