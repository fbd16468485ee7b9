import type { Attachment } from '../../../shared/domain/attachment'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import styles from './pasted-strip.module.css'
import type { Pasted } from './use-pasted'
import { usePicture } from './use-picture'

const text = texts.scribe

/** What the line will carry, seen before Enter. */
export function PastedStrip({ pasted: { pictures, arriving, problem, offered, takeOffered } }: { pasted: Pasted }) {
  if (pictures.length + arriving + offered.length === 0 && problem === '') return null
  return (
    <div className={styles.strip}>
      {pictures.map((attachment, index) => (
        <Small key={attachment.hash} attachment={attachment} name={t(text.pasted, { at: index + 1 })} />
      ))}
      {arriving > 0 && <p className={styles.note}>{tCount(text.keeping, arriving)}</p>}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {offered.length > 0 && (
        <Button tone="bare" onClick={takeOffered}>
          {text.addPicture}
        </Button>
      )}
      {pictures.length > 0 && (
        <p className={styles.note}>
          <Trans text={text.removeLast} parts={{ key: <Key>Esc</Key> }} />
        </p>
      )}
    </div>
  )
}

function Small({ attachment, name }: { attachment: Attachment; name: string }) {
  const { address } = usePicture(attachment)
  return address === null ? (
    <span className={styles.empty} />
  ) : (
    <img src={address} alt={name} className={styles.image} />
  )
}
