import type { Attachment } from '../../../shared/domain/attachment'
import { t, tCount } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { useEngineAway } from '../../stores/cockpit'
import { useTypedFields } from '../../stores/use-typed-fields'
import { Button } from '../../ui/button'
import { Key } from '../../ui/key'
import { RestoredOffer } from '../../ui/restored-note'
import { Trans } from '../../ui/trans'
import styles from './line-input.module.css'
import { usePicture } from './line-pictures'
import type { Pasted } from './use-pasted'
import type { UnsavedLines } from './use-unsaved-lines'

const text = texts.scribe

export interface AboveLineProps {
  readonly unsaved: UnsavedLines
  readonly pasted: Pasted
  /** A correction can carry no pictures and no restored text. */
  readonly correcting: boolean
  /** Appends restored text to the line. */
  readonly onTake: (text: string) => void
}

/** What the user has to see above the line: lines not yet saved, restored text, pasted pictures. */
export function AboveLine({ unsaved, pasted, correcting, onTake }: AboveLineProps) {
  return (
    <>
      <UnsavedList unsaved={unsaved} />
      {!correcting && <TypedMeanwhile onTake={onTake} />}
      {!correcting && <PastedStrip pasted={pasted} />}
    </>
  )
}

/** Lines that are not in the record: being sent, or refused and ready for another try. */
function UnsavedList({ unsaved }: { readonly unsaved: UnsavedLines }) {
  const waiting = unsaved.lines.filter(line => line.problem === null)
  const refused = unsaved.lines.filter(line => line.problem !== null)
  const away = useEngineAway()
  if (unsaved.lines.length === 0) return null
  return (
    <div className={styles.unsaved}>
      {refused.map(line => (
        <div key={line.entry} className={styles.refused} role="alert">
          <span className={styles.words}>
            <span className={styles.text} dir="auto">
              {line.text}
            </span>
            <span className={styles.problem}>{line.problem}</span>
          </span>
          <Button tone="bare" onClick={() => unsaved.tryAgain(line)}>
            {text.tryAgain}
          </Button>
          <Button tone="bare" onClick={() => unsaved.drop(line)}>
            {text.drop}
          </Button>
        </div>
      ))}
      {refused.length > 0 && (
        <p className={styles.waiting}>{unsaved.surviveReload ? text.onlyInBrowser : text.onlyInWindow}</p>
      )}
      {waiting.length > 0 && (
        <p className={styles.waiting}>
          {away ? waitingText(waiting, unsaved.surviveReload) : tCount(text.writing, waiting.length)}
        </p>
      )}
    </div>
  )
}

/** [TL15] What was sent may be in the record; only what was not is nowhere but here. */
function waitingText(waiting: UnsavedLines['lines'], surviveReload: boolean): string {
  const sent = waiting.filter(line => line.sent === true).length
  const here = waiting.length - sent
  if (here === 0) return tCount(text.sent, sent)
  const stored = tCount(surviveReload ? text.waiting : text.waitingInWindow, here)
  return sent === 0 ? stored : `${stored} ${tCount(text.sentToo, sent)}`
}

/** [TX1] Text typed while the timeline had crashed and not written before a reload. */
function TypedMeanwhile({ onTake }: Pick<AboveLineProps, 'onTake'>) {
  const { values, since, forget } = useTypedFields('stopped', { text: '' }, 'cockpit')
  const take = () => {
    onTake(values.text)
    forget()
  }
  return (
    <RestoredOffer
      {...{ since, forget }}
      text={values.text}
      says={text.typedMeanwhile}
      take={text.intoLine}
      onTake={take}
    />
  )
}

/** The pictures that Enter will attach to the line. */
function PastedStrip({ pasted }: { readonly pasted: Pasted }) {
  const { pictures, arriving, problem, offered, takeOffered } = pasted
  if (pictures.length + arriving + offered.length === 0 && problem === '') return null
  return (
    <div className={styles.strip}>
      {pictures.map((attachment, index) => (
        <PastedPicture key={attachment.hash} attachment={attachment} name={t(text.pasted, { at: index + 1 })} />
      ))}
      {arriving > 0 && <p className={styles.note}>{tCount(text.keeping, arriving)}</p>}
      {problem !== '' && (
        <p className={styles.pictureProblem} role="alert">
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

function PastedPicture({ attachment, name }: { readonly attachment: Attachment; readonly name: string }) {
  const { address } = usePicture(attachment)
  if (address === null) return <span className={styles.empty} />
  return <img src={address} alt={name} className={styles.image} />
}
