import { texts } from '../../../shared/texts/texts'
import { Key } from '../../ui/key'
import { Trans } from '../../ui/trans'
import type { AddLine } from './add-line'
import styles from './add-line.module.css'
import { RoleLetters } from './role-letters'

const text = texts.crewAdding

/** How the line is read, before Enter. */
export function AddLinePreview({ line, changes }: { readonly line: AddLine; readonly changes: boolean }) {
  return (
    <div className={styles.read} aria-live="polite">
      {line.kind === 'team' && <TeamPreview line={line} changes={changes} />}
      {line.kind === 'role' && <RolePreview line={line} />}
      {line.kind === 'unread' && <Unread missing={line.missing} />}
    </div>
  )
}

function TeamPreview({ line, changes }: { readonly line: AddLine & { kind: 'team' }; readonly changes: boolean }) {
  const { name, lead, members } = line
  return (
    <>
      <p className={styles.kind}>{changes ? text.changesTeam : text.team}</p>
      <p className={styles.name} dir="auto">
        {name}
      </p>
      <p>
        <Trans text={text.leads} parts={{ name: <strong dir="auto">{lead}</strong> }} />
      </p>
      <ul className={styles.people} aria-label={text.members}>
        {members.map((member, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a name may be typed twice for a moment
          <li key={`${member}${index}`} className={styles.person} dir="auto">
            {member}
          </li>
        ))}
      </ul>
    </>
  )
}

function RolePreview({ line: { letters, name, duties, operates } }: { readonly line: AddLine & { kind: 'role' } }) {
  return (
    <>
      <p className={styles.kind}>{operates ? text.operatingRole : text.role}</p>
      <p className={styles.name} dir="auto">
        <RoleLetters letters={letters} filled /> {name}
      </p>
      <ul className={styles.duties} aria-label={text.duties}>
        {duties.map((duty, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a duty may be typed twice for a moment
          <li key={`${duty}${index}`} dir="auto">
            {duty}
          </li>
        ))}
      </ul>
    </>
  )
}

function Unread({ missing }: { readonly missing: string }) {
  return (
    <>
      <p className={styles.missing}>{missing}</p>
      <dl className={styles.examples}>
        <dt>
          <Key>{text.teamExample}</Key>
        </dt>
        <dd>{text.teamExampleAbout}</dd>
        <dt>
          <Key>{text.roleExample}</Key>
        </dt>
        <dd>{text.roleExampleAbout}</dd>
      </dl>
    </>
  )
}
