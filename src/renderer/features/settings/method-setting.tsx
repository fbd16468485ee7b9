import type { MethodView } from '../../../shared/contract/method'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useRead } from '../../stores/use-read'
import { FaultNote } from '../../ui/fault-note'
import { faultText } from '../../ui/fault-text'
import type { Setting } from './setting'
import styles from './settings.module.css'

const text = texts.method

export const methodSetting: Setting = {
  id: 'method',
  place: 'engine',
  name: text.name,
  about: text.about,
  words: text.words,
  wide: true,
  Part: MethodPart,
}

/** [MD2] Which method is in use, which files of it are the team's, and what is wrong with them. */
function MethodPart() {
  const { value: view, fault, again } = useRead('method:read', {})
  return (
    <div className={styles.parts}>
      {view !== undefined && <Files view={view} />}
      {fault !== undefined && <FaultNote fault={fault} onAgain={again} />}
    </div>
  )
}

function Files({ view: { name, version, folder, files, unknownFiles } }: { readonly view: MethodView }) {
  const own = files.filter(({ from }) => from === 'team').map(file => `${file.name}.yaml`)
  return (
    <output className={styles.about} dir="auto">
      {t(text.version, { name, version })}{' '}
      {own.length === 0 ? text.shipped : tCount(text.team, own.length, { files: own.join(', ') })}{' '}
      {t(text.folder, { folder })}
      {files.map(({ name: file, from, problem }) =>
        problem === undefined ? null : (
          <strong key={file}>
            {' '}
            {t(text.problem, { problem: faultText({ kind: 'refused', ...problem }), instead: text.instead[from] })}
          </strong>
        ),
      )}
      {unknownFiles.length > 0 && <strong> {t(text.unknown, { files: unknownFiles.join(', ') })}</strong>}
    </output>
  )
}
