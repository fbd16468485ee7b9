import { Select } from '@mantine/core'
import type { Incident } from '../../../shared/domain/incident'
import {
  type IncidentLink,
  LONGEST_ADDRESS,
  LONGEST_LABEL,
  LONGEST_NAME,
  linkKinds,
} from '../../../shared/domain/incident-facts'
import { listText, t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit, useRecord } from '../../stores/cockpit'
import { useCatalogue } from '../../stores/use-catalogue'
import { useDetectionWays } from '../../stores/use-detection-ways'
import { WhileNoIncident } from '../../stores/while-none'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { EmptyState } from '../../ui/empty-state'
import { Fieldset } from '../../ui/fieldset'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { OutsideLink } from '../../ui/outside-link'
import { RestoredNote } from '../../ui/restored-note'
import { ServiceHints } from '../../ui/service-hints'
import { Tag } from '../../ui/tag'
import textStyles from '../../ui/text.module.css'
import { TextField } from '../../ui/text-fields'
import { DescribedAlerts } from './described-alerts'
import { FactsOutcome, type TypedFacts } from './facts-outcome'
import { useFactsForm } from './use-facts-form'

const text = texts.facts

/** [IL1] Links, affected services, and how the incident was detected. */
export function FactsDialog({ opened, onClose }: DialogPart) {
  const incident = useRecord(record => record.incident)
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      {incident === undefined ? (
        <WhileNoIncident>{words => <EmptyState {...words} />}</WhileNoIncident>
      ) : (
        <FactsForm incident={incident} onDone={onClose} />
      )}
    </Dialog>
  )
}

/** One form for all three; Enter saves what was changed. */
function FactsForm({ incident, onDone }: { readonly incident: Incident; readonly onDone: () => void }) {
  const form = useFactsForm(incident, onDone)
  const { catalogue } = useCatalogue()
  const { values, set, since, forget, offered } = form
  const field = fieldOf(form)
  return (
    <Form onSubmit={form.save} submit={text.submit}>
      <RestoredNote since={since} forget={forget} />
      <LinkList links={incident.links} />
      <DescribedAlerts incident={incident} />
      <TextField
        data-autofocus
        limit={LONGEST_ADDRESS}
        label={text.address}
        description={text.addressAbout}
        placeholder={text.addressExample}
        error={form.unopenable && text.unopenable}
        {...field('address')}
      />
      {form.hasAddress && (
        <>
          <Select
            label={text.kind}
            allowDeselect={false}
            data={linkKinds.map(kind => ({ value: kind, label: texts.barLinks.linkKinds[kind] }))}
            value={values.kind}
            onChange={kind => kind !== null && set({ kind })}
          />
          <TextField label={text.label} limit={LONGEST_LABEL} {...field('label')} />
        </>
      )}
      <TextField label={text.services} limit={null} description={text.servicesAbout} {...field('services')} />
      <ServiceHints catalogue={catalogue} typed={values.services} onTyped={services => set({ services })} />
      {values.services === '' && offered.length > 0 && (
        <Button tone="bare" onClick={() => set({ services: offered.join(', ') })}>
          {t(text.offered, { services: listText(offered) })} {text.takeOffered}
        </Button>
      )}
      <DetectionFields form={form} isStated={incident.detected !== null} />
      <FactsOutcome
        incident={incident}
        listed={form.listed}
        noticed={form.noticed}
        services={form.services}
        detection={form.detection}
        now={form.stored}
        set={set}
      />
    </Form>
  )
}

type FactsFormState = ReturnType<typeof useFactsForm>

function fieldOf({ values, set }: FactsFormState) {
  return (name: keyof TypedFacts) => ({
    value: values[name],
    onChange: (event: { currentTarget: { value: string } }) => set({ [name]: event.currentTarget.value }),
  })
}

function DetectionFields({ form, isStated }: { readonly form: FactsFormState; readonly isStated: boolean }) {
  const { values, set, detection } = form
  const field = fieldOf(form)
  const ways = useDetectionWays(values.how)
  return (
    <Fieldset legend={text.how}>
      <Select
        aria-label={text.how}
        clearable={!isStated}
        data={ways}
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
  )
}

/** The links, each with its address as the engine read it. */
function LinkList({ links }: { readonly links: readonly IncidentLink[] }) {
  return (
    <Fieldset legend={texts.barLinks.links}>
      {links.length === 0 ? (
        <p className={textStyles.quiet}>{text.noLinks}</p>
      ) : (
        <ul>
          {links.map(link => (
            <Row key={link.id} link={link} />
          ))}
        </ul>
      )}
    </Fieldset>
  )
}

function Row({ link: { id, kind, label, url } }: { readonly link: IncidentLink }) {
  const { commands } = useCockpit()
  return (
    <li className={textStyles.row}>
      <Tag tone="plain">{texts.barLinks.linkKinds[kind]}</Tag>
      <OutsideLink className={textStyles.cut} url={url} title={url}>
        <bdi>{label}</bdi>
      </OutsideLink>
      <Button
        aria-label={t(text.removeOne, { label })}
        onClick={() => void commands.send('incident', 'incident:remove-link', { link: id })}
      >
        {text.remove}
      </Button>
    </li>
  )
}
