import { Select } from '@mantine/core'
import { type LinkId, newId } from '../../../shared/domain/ids'
import type { Incident } from '../../../shared/domain/incident'
import {
  type Detection,
  type DetectionKind,
  detectionKinds,
  type LinkKind,
  LONGEST_ADDRESS,
  LONGEST_LABEL,
  LONGEST_NAME,
  linkAddress,
  linkKinds,
} from '../../../shared/domain/incident-facts'
import type { ClockFace } from '../../../shared/lib/clock-face'
import type { Millis } from '../../../shared/lib/time'
import { listText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useNow } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { useClockFace } from '../../ui/clock-face'
import { Fieldset } from '../../ui/fieldset'
import { Form } from '../../ui/form'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { lastShown } from '../../ui/typed-clock'
import { useBase } from '../../ui/use-base'
import { FactsOutcome, sameFact, type TypedFacts } from './facts-outcome'
import { LinkList } from './link-list'

const text = texts.facts

/** One form for all three: Enter keeps what was changed, and nothing else. */
export function FactsForm({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const { commands } = useCockpit()
  const clock = useClockFace()
  const now = useNow()
  const listed = useBase(incident.services)
  const noticed = useBase(incident.detected)
  const { values, set, forget, since } = useTypedFields<TypedFacts>('facts', startOf(incident, clock))
  const field = (name: keyof TypedFacts) => ({
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
  const services = namesIn(values.services)
  const detection = detectionIn(values, incident.detected, clock, now)
  const offered = offeredServices(incident)
  const address = values.address.trim()
  const unopenable = address !== '' && linkAddress(address) === undefined

  const addLink = async () => {
    const link = { link: newId<LinkId>(), kind: values.kind as LinkKind, label: values.label, address }
    const reply = await commands.send('incident', 'incident:add-link', link)
    // Where what follows is refused, a second Enter does not add it twice.
    if (reply.ok) set({ address: '', label: '' })
    return reply
  }
  const send = async (): Promise<boolean> => {
    if (unopenable || detection === 'unreadable') return false
    const sent = [
      () => address === '' || addLink(),
      () =>
        sameFact(services, incident.services ?? []) ||
        commands.send('incident', 'incident:state-services', { services, was: listed.value }),
      () =>
        detection === null ||
        sameFact(detection, incident.detected) ||
        commands.send('incident', 'incident:state-detection', { detection, was: noticed.value }),
    ]
    for (const one of sent) {
      const reply = await one()
      if (reply !== true && !reply.ok) return false
    }
    return true
  }
  const save = async () => {
    if (!(await send())) return
    forget()
    onDone()
  }
  return (
    <Form onSubmit={save} submit={text.submit}>
      <RestoredNote since={since} forget={forget} />
      <LinkList links={incident.links} />
      <TextField
        data-autofocus
        limit={LONGEST_ADDRESS}
        label={text.address}
        description={text.addressAbout}
        placeholder={text.addressExample}
        error={unopenable && text.unopenable}
        {...field('address')}
      />
      {address !== '' && (
        <>
          <Select
            label={text.kind}
            allowDeselect={false}
            data={linkKinds.map(kind => ({ value: kind, label: text.linkKinds[kind] }))}
            value={values.kind}
            onChange={kind => kind !== null && set({ kind })}
          />
          <TextField label={text.label} limit={LONGEST_LABEL} {...field('label')} />
        </>
      )}
      <TextField label={text.services} limit={null} description={text.servicesAbout} {...field('services')} />
      {values.services === '' && offered.length > 0 && (
        <Button tone="bare" onClick={() => set({ services: offered.join(', ') })}>
          {t(text.offered, { services: listText(offered) })} {text.takeOffered}
        </Button>
      )}
      <Fieldset legend={text.how}>
        <Select
          aria-label={text.how}
          clearable={incident.detected === null}
          data={detectionKinds.map(how => ({ value: how, label: text.ways[how] }))}
          value={values.how === '' ? null : values.how}
          onChange={how => set({ how: how ?? '' })}
        />
        {values.how !== '' && (
          <>
            <TextField label={text.name} limit={LONGEST_NAME} {...field('name')} />
            <TextField
              limit={null}
              label={text.at}
              placeholder={text.atExample}
              error={detection === 'unreadable' && t(text.unreadable, { example: text.atExample })}
              {...field('at')}
            />
          </>
        )}
      </Fieldset>
      <FactsOutcome {...{ incident, listed, noticed, services, detection, set }} now={startOf(incident, clock)} />
    </Form>
  )
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

function namesIn(typed: string): readonly string[] {
  return typed.split(/[,،、;\n]/).flatMap(name => name.trim() || [])
}

/** null: nothing was said. A time that stands as it stood is not read anew: it may be of another day. */
function detectionIn(
  { how, name, at }: TypedFacts,
  before: Detection | null,
  clock: ClockFace,
  now: Millis,
): Detection | 'unreadable' | null {
  if (how === '') return null
  const stood = before !== null && before.at !== null && at === clock.short(before.at)
  const read = stood ? before.at : at.trim() === '' ? null : lastShown(at, now, clock)
  return read === undefined ? 'unreadable' : { how: how as DetectionKind, name: name.trim(), at: read }
}

function offeredServices({ pages }: Incident): readonly string[] {
  return [...new Set(pages.flatMap(({ service }) => service ?? []))]
}
