import type { ReactNode, RefObject } from 'react'
import type { OtherEditor as Colleague } from '../../../../shared/contract/pushes'
import type { UpdateId } from '../../../../shared/domain/ids'
import type { Incident } from '../../../../shared/domain/incident'
import { texts } from '../../../../shared/texts/texts'
import { useCockpit, useFault } from '../../../stores/cockpit'
import { useEditing } from '../../../stores/use-editing'
import { ChangedMeanwhile, OthersHere } from '../../../ui/colleagues'
import { FaultNote } from '../../../ui/fault-note'
import styles from './composer.module.css'
import type { ComposerState } from './composer-form'
import { resumeComposer } from './composer-state'
import { type SaidMeanwhile, SaidMeanwhileNote } from './said-meanwhile'
import type { Composer, SharedDraft } from './use-composer'

export interface NoticesProps {
  readonly incident: Incident
  readonly start: ComposerState
  readonly composer: Composer
  readonly shared: SharedDraft
  readonly said: readonly SaidMeanwhile[]
  readonly onPublishToo: (() => void) | undefined
}

/** What other people do at the same time, and what went wrong. */
export function Notices({ incident, start, composer, shared, said, onPublishToo }: NoticesProps) {
  const others = useEditing(incident.id, `update:${start.update}`, 'update:')
  const fault = useFault('comms')
  const isTold = fault?.kind === 'conflict' && (said.length > 0 || shared.theirs !== undefined)
  return (
    <>
      <OthersWriting others={others} update={start.update} />
      <SaidMeanwhileNote said={said} onPublishToo={onPublishToo} />
      <TheirDraft {...{ incident, shared, composer }} />
      <FaultNote fault={isTold ? undefined : fault} />
    </>
  )
}

/** Who has this draft open too, and who is writing another update. */
function OthersWriting({ others, update }: { readonly others: readonly Colleague[]; readonly update: UpdateId }) {
  const isSame = ({ what }: Colleague) => what === `update:${update}`
  const names = others.filter(isSame).map(({ who }) => who.name)
  const beside = others.filter(other => !isSame(other)).map(({ who }) => who.name)
  return (
    <>
      <OthersHere names={names} />
      <OthersHere names={beside} says={texts.composer.othersWriting} />
    </>
  )
}

/** What somebody else made of this draft while it was open here. */
function TheirDraft({ incident, shared, composer }: Pick<NoticesProps, 'incident' | 'shared' | 'composer'>) {
  const { commands } = useCockpit()
  const { theirs, goOnFrom } = shared
  const draft = incident.updates.find(({ id }) => id === composer.state.update)
  if (theirs === undefined || draft === undefined) return null
  const goOn = () => {
    commands.dismiss('comms')
    goOnFrom(theirs)
  }
  const takeTheirs = () => {
    composer.goOnWith(resumeComposer(draft, incident.updates))
    goOn()
  }
  return <ChangedMeanwhile theirs={`${theirs.title}: ${theirs.body}`} onTakeTheirs={takeTheirs} onKeepMine={goOn} />
}

export interface FootProps {
  /** What has to be read before the buttons are pressed. */
  readonly notices: ReactNode
  readonly noticesRef: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}

/** The buttons of the sheet, in sight however long the text is, with what concerns them right above. */
export function Foot({ notices, noticesRef, children }: FootProps) {
  return (
    <footer className={styles.foot}>
      <div ref={noticesRef} className={styles.notices} tabIndex={-1}>
        {notices}
      </div>
      <div className={styles.actions}>{children}</div>
    </footer>
  )
}
