import type { IncidentLink } from '../../../shared/domain/incident-facts'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useCockpit } from '../../stores/cockpit'
import { Button } from '../../ui/button'
import { Fieldset } from '../../ui/fieldset'
import { OutsideLink } from '../../ui/outside-link'
import { Tag } from '../../ui/tag'
import styles from './link-list.module.css'

const text = texts.facts

/** Every link with what it leads to; the address is the engine's own reading of what was typed. */
export function LinkList({ links }: { readonly links: readonly IncidentLink[] }) {
  return (
    <Fieldset legend={text.links}>
      {links.length === 0 ? (
        <p className={styles.quiet}>{text.noLinks}</p>
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
    <li className={styles.row}>
      <Tag tone="plain">{text.linkKinds[kind]}</Tag>
      <OutsideLink className={styles.label} url={url} title={url}>
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
