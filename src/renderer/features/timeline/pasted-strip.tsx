import type { Attachment } from '../../../shared/domain/attachment'
import { Key } from '../../ui/key'
import styles from './pasted-strip.module.css'
import type { Pasted } from './use-pasted'
import { usePicture } from './use-picture'

/** What the line will carry, seen before Enter. */
export function PastedStrip({ pasted: { pictures, arriving, problem } }: { pasted: Pasted }) {
  if (pictures.length + arriving === 0 && problem === '') return null
  return (
    <div className={styles.strip}>
      {pictures.map((attachment, index) => (
        <Small key={attachment.hash} attachment={attachment} name={`Picture ${index + 1} of this line`} />
      ))}
      {arriving > 0 && <p className={styles.note}>Keeping {arriving === 1 ? 'a picture' : `${arriving} pictures`}…</p>}
      {problem !== '' && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {pictures.length > 0 && (
        <p className={styles.note}>
          <Key>Esc</Key> removes the last
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
