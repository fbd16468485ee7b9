import type { Incident, LinkedPagerDutyIncident } from '../../../shared/domain/incident'
import { rowId } from '../../../shared/domain/row-id'
import { TITLE_LIMIT } from '../../../shared/events/fields'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { Fieldset } from '../../ui/fieldset'
import { Form } from '../../ui/form'
import type { DialogPart } from '../../ui/on-demand'
import { RestoredNote } from '../../ui/restored-note'
import { TextField } from '../../ui/text-fields'
import { useBase } from '../../ui/use-base'
import styles from './edit-dialogs.module.css'
import { EditOutcome } from './edit-form'

const text = texts.titleDialog

/** [NA1][NA2] The incident's title, and which PagerDuty incidents belong to it. */
export function TitleDialog({ incident, opened, onClose }: DialogPart & { readonly incident: Incident }) {
  return (
    <Dialog opened={opened} onClose={onClose} title={text.title}>
      <TitleForm incident={incident} onDone={onClose} />
    </Dialog>
  )
}

function TitleForm({ incident, onDone }: { incident: Incident; onDone: () => void }) {
  const { commands } = useCockpit()
  const { values, set, forget, since } = useTypedFields('title', { title: incident.title })
  const { title } = values
  const base = useBase(incident.title)
  const isSame = title.trim() === base.value
  const leave = () => {
    forget()
    onDone()
  }
  const rename = async () => {
    if (isSame) return leave()
    if ((await commands.send('incident', 'incident:rename', { title, was: base.value })).ok) leave()
  }
  return (
    <Form onSubmit={rename} submit={isSame ? text.keep : text.submit}>
      <TextField
        limit={TITLE_LIMIT}
        data-autofocus
        withAsterisk
        needed={texts.ui.empty}
        label={text.name}
        description={text.about}
        value={title}
        // Restored text is continued, not overwritten.
        onFocus={event => since === null && event.currentTarget.select()}
        onChange={event => set({ title: event.currentTarget.value })}
      />
      <RestoredNote since={since} forget={forget} />
      <Fieldset legend={text.linked}>
        {incident.pages.length === 0 ? (
          <p className={styles.quiet}>{text.none}</p>
        ) : (
          <ul>
            {incident.pages.map(page => (
              <Linked key={rowId(page.connection, page.externalId)} page={page} />
            ))}
          </ul>
        )}
        {incident.pages.length > 0 && <p className={styles.quiet}>{text.unlinkAbout}</p>}
      </Fieldset>
      <EditOutcome base={base} theirs={incident.title} onTakeTheirs={leave} />
    </Form>
  )
}

function Linked({ page: { connection, externalId, title } }: { readonly page: LinkedPagerDutyIncident }) {
  const { commands } = useCockpit()
  const unlink = () => void commands.send('incident', 'incident:unlink', { connection, externalId })
  return (
    <li className={styles.linked}>
      <span className={styles.title} dir="auto" title={title}>
        {title}
      </span>
      <Button aria-label={t(text.unlinkOne, { title })} onClick={unlink}>
        {text.unlink}
      </Button>
    </li>
  )
}
