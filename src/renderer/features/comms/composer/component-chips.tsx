import { SegmentedControl } from '@mantine/core'
import { useId, useState } from 'react'
import type { StatusPage, StatusPageComponent } from '../../../../shared/contract/status-pages'
import { channelKind } from '../../../../shared/domain/channels/channel-kinds'
import type { Incident } from '../../../../shared/domain/incident'
import { componentsOf, type PublicService } from '../../../../shared/domain/public-names'
import type { HeldBack } from '../../../../shared/domain/restore-components'
import type { Severity } from '../../../../shared/domain/severity'
import {
  type ComponentStatus,
  type PublicImpact,
  publicImpacts,
  type UpdateContent,
} from '../../../../shared/domain/update'
import { andListText, t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { Fieldset } from '../../../ui/fieldset'
import { Key } from '../../../ui/key'
import { TextField } from '../../../ui/text-fields'
import { Trans } from '../../../ui/trans'
import { componentTone } from '../public-facts'
import { heldBackText } from '../status-page/use-held-back'
import { StatusSelect } from '../status-select'
import styles from './composer.module.css'
import { withComponent } from './composer-state'
import type { Composer } from './use-composer'

const text = texts.composer
const comms = texts.comms

export interface ComponentChipsProps {
  readonly components: readonly StatusPageComponent[]
  readonly proposed: readonly ProposedComponent[]
  readonly composer: Composer
  /** Restores components that the incident changed; undefined where there is none. */
  readonly setBack: (() => void) | undefined
  /** What that leaves as it is. */
  readonly held?: ReadonlyMap<string, HeldBack>
}

const noneHeld: ReadonlyMap<string, HeldBack> = new Map()

/** Each component of the page with a list of the statuses that customers can see; a changed one shows both. */
export function ComponentChips({ components, proposed, composer: { state, set }, ...rest }: ComponentChipsProps) {
  const { setBack, held = noneHeld } = rest
  const [sought, setSought] = useState('')
  if (components.length === 0) return null
  const groups = componentGroups(components, sought, state.components)
  const open = proposed.filter(({ component }) => state.components[component.id] === undefined)
  const takeAll = () =>
    set(before => open.reduce((now, { component: { id, status }, to }) => withComponent(now, id, to, status), before))
  return (
    <Fieldset legend={text.components}>
      <div className={styles.chips}>
        {components.length > MOST_WITHOUT_SEARCH && (
          <TextField
            className={styles.soughtComponent}
            limit={null}
            aria-label={text.findComponent}
            placeholder={text.findComponent}
            value={sought}
            onChange={event => setSought(event.currentTarget.value)}
          />
        )}
        {groups.map(({ group, members }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset has borders and a legend of its own
          <div key={group} role="group" aria-label={group || text.noGroup} className={styles.componentGroup}>
            {group !== '' && <span className={styles.groupName}>{group}</span>}
            {members.map(component => (
              <Chip
                key={component.id}
                component={component}
                chosen={state.components[component.id] ?? component.status}
                onChoose={status => set(before => withComponent(before, component.id, status, component.status))}
              />
            ))}
          </div>
        ))}
        {groups.length === 0 && <span className={styles.groupName}>{t(text.noComponent, { sought })}</span>}
        {state.stage !== 'resolution' && <Proposed proposed={open} onTake={takeAll} />}
        {setBack !== undefined && (
          <button type="button" className={styles.heal} onClick={setBack}>
            <Trans text={comms.setBack.submit} parts={{ key: <Key quiet>Ctrl B</Key> }} />
          </button>
        )}
      </div>
      {state.stage === 'resolution' && <HeldBackNote components={components} chosen={state.components} held={held} />}
    </Fieldset>
  )
}

interface HeldBackNoteProps {
  readonly components: readonly StatusPageComponent[]
  readonly chosen: Readonly<Record<string, ComponentStatus>>
  readonly held: ReadonlyMap<string, HeldBack>
}

/** [SB4] What the key that restores leaves as it is, and why. */
function HeldBackNote({ components, chosen, held }: HeldBackNoteProps) {
  return components
    .filter(({ id, status }) => held.has(id) && (chosen[id] ?? status) !== 'operational')
    .map(({ id, name }) => {
      const why = held.get(id)
      return (
        why && (
          <p key={id} className={styles.groupName}>
            {t(comms.setBack.notRestored, { name, reason: heldBackText(why) })}
          </p>
        )
      )
    })
}

/** More than a person sees at a glance. */
const MOST_WITHOUT_SEARCH = 12

/**
 * [CM26] The page's components under their groups, in the page's order: those whose name or group has what is sought, and
 * always those that the update changes.
 */
export function componentGroups(
  components: readonly StatusPageComponent[],
  sought: string,
  changed: Readonly<Record<string, ComponentStatus>>,
): readonly { readonly group: string; readonly members: readonly StatusPageComponent[] }[] {
  const letters = sought.trim().toLowerCase()
  const shown = components.filter(
    ({ id, name, group = '' }) => changed[id] !== undefined || `${group}\n${name}`.toLowerCase().includes(letters),
  )
  return [...Map.groupBy(shown, ({ group = '' }) => group)].map(([group, members]) => ({ group, members }))
}

interface ChipProps {
  readonly component: StatusPageComponent
  readonly chosen: ComponentStatus
  readonly onChoose: (status: ComponentStatus) => void
}

function Chip({ component: { name, status }, chosen, onChoose }: ChipProps) {
  const [before, after] = [comms.components[status], comms.components[chosen]]
  const told = chosen === status ? before : t(text.change, { before, after })
  return (
    <span className={styles.chip} data-tone={componentTone[chosen]} data-changed={chosen !== status || undefined}>
      <span className={styles.name}>{name}</span> <span className={styles.word}>{told}</span>
      <StatusSelect name={name} value={chosen} onChoose={onChoose} />
    </span>
  )
}

/** [CM10] One press accepts all proposals; each can be changed afterwards. */
function Proposed({
  proposed,
  onTake,
}: {
  readonly proposed: readonly ProposedComponent[]
  readonly onTake: () => void
}) {
  const [first] = proposed
  if (first === undefined) return null
  const names = andListText(proposed.map(({ component: { name } }) => name))
  return (
    <button type="button" className={styles.heal} onClick={onTake}>
      {t(text.propose, { names, status: comms.components[first.to] })}
    </button>
  )
}

/** The most likely status of a component at each severity; null: customers get no update. */
const statusOf: Readonly<Record<Severity, ComponentStatus | null>> = {
  'SEV-1': 'major_outage',
  'SEV-2': 'partial_outage',
  'SEV-3': 'degraded_performance',
  'SEV-4': null,
}

export interface ProposedComponent {
  readonly component: StatusPageComponent
  readonly to: ComponentStatus
}

/**
 * [CM10] Components of the incident's services that still look well, with the status that the severity means for
 * customers.
 */
export function proposedComponents(
  incident: Incident,
  components: readonly StatusPageComponent[],
  services: readonly PublicService[],
): readonly ProposedComponent[] {
  const to = statusOf[incident.severity]
  if (to === null) return []
  const named = incident.pages.flatMap(({ service }) => (service ? [service] : []))
  const ids = new Set(named.flatMap(service => componentsOf(service, services, components).map(({ id }) => id)))
  return components
    .filter(({ id, status }) => ids.has(id) && status === 'operational')
    .map(component => ({ component, to }))
}

/** [CM11] Customers would read about trouble beside a page on which all is well. */
export function staysGreen(incident: Incident, content: UpdateContent, page: StatusPage | undefined): boolean {
  if (page === undefined || page.components.length === 0 || content.stage === 'resolution') return false
  if (incident.severity !== 'SEV-1' && incident.severity !== 'SEV-2') return false
  return page.components.every(({ id, status }) => (content.components[id] ?? status) === 'operational')
}

/** [SP26] How bad it is as a whole: by severity until another one is chosen. A page without components shows nothing else. */
export function ImpactChoice({ composer: { state, set } }: { readonly composer: Composer }) {
  const label = useId()
  if (state.channel === null || channelKind(state.channel).impact !== true) return null
  return (
    <div>
      <p id={label} className={styles.label}>
        {text.impact}
      </p>
      <SegmentedControl
        fullWidth
        aria-labelledby={label}
        data={publicImpacts.map(value => ({ value, label: text.impacts[value] }))}
        value={state.impact ?? ''}
        onChange={chosen => set(before => ({ ...before, impact: chosen as PublicImpact }))}
      />
    </div>
  )
}

/** [PN3] Public names for the incident's services: the page's components of similar names, else all of them. */
export function productNames(
  incident: Incident,
  pages: readonly StatusPage[],
  services: readonly PublicService[],
): readonly string[] {
  const components = pages.flatMap(page => page.components)
  const named = incident.pages.flatMap(({ service }) => (service ? [service] : []))
  const like = named.flatMap(service => componentsOf(service, services, components))
  return [...new Set((like.length > 0 ? like : components).map(({ name }) => name))].slice(0, MOST_NAMES)
}

/** Beyond that, typing is faster. */
const MOST_NAMES = 6
