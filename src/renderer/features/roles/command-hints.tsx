import type { Severity } from '../../../shared/domain/severity'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useRead } from '../../stores/use-read'
import assign from './assign.module.css'
import styles from './role-card.module.css'

/** [RS3] Who may be IC at this severity, shown while one is being assigned; a hint that blocks no one. */
export function MayCommand({ severity }: { readonly severity: Severity }) {
  const level = useRead('method:read', {}).value?.method.severity.levels[severity]
  if (level === undefined) return null
  return (
    <p className={assign.mayCommand} dir="auto">
      {t(texts.assigning.mayCommand, { severity, who: level.command })}
    </p>
  )
}

/** [RS4] What an IC says first, to be read aloud. */
export function SayFirst() {
  const { value } = useRead('method:read', {})
  const said = value?.method['first-response'].commanderFirst.flatMap(({ id, say }) =>
    say === undefined ? [] : [{ id, say }],
  )
  if (said === undefined || said.length === 0) return null
  return (
    <section className={styles.say} aria-label={texts.roleCard.say}>
      <h3 className={styles.heading}>{texts.roleCard.say}</h3>
      <ol className={styles.duties}>
        {said.map(({ id, say }) => (
          <li key={id} dir="auto">
            {t(texts.roleCard.quoted, { text: say })}
          </li>
        ))}
      </ol>
    </section>
  )
}
