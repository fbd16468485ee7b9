import type { AlertAbout } from '../../../shared/contract/alert-about'
import { texts } from '../../../shared/texts/texts'
import styles from './page-details.module.css'

const text = texts.pages.details

/** [AL14] What the source of an alert says of it: its words as they are, never as markup. */
export function AboutAlert({
  about,
  condition = '',
}: {
  readonly about: AlertAbout
  readonly condition?: string | undefined
}) {
  const { description, impact, value, threshold, facts } = about
  const told = [
    { name: text.about.impact, text: impact },
    { name: text.about.value, text: value },
    { name: text.about.threshold, text: threshold },
    { name: text.about.condition, text: condition },
    ...facts.map(fact => ({ name: fact.name, text: fact.text, refused: fact.refused })),
  ].filter(fact => fact.text !== '')
  return (
    <>
      {description !== '' && (
        <p className={styles.description} dir="auto">
          {description}
        </p>
      )}
      {told.length > 0 && (
        <dl className={styles.labels}>
          {told.map(fact => (
            <div key={`${fact.name} ${fact.text}`}>
              <dt dir="auto" title={fact.name}>
                {fact.name}
              </dt>
              <dd dir="auto">
                {fact.text}
                {'refused' in fact && fact.refused && <span className={styles.place}> {text.links.refused}</span>}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
