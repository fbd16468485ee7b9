import { useMemo } from 'react'
import { MOST_ROWS } from '../../../../shared/contract/alerts'
import type { Fault } from '../../../../shared/contract/faults'
import type { StatusPage } from '../../../../shared/contract/status-pages'
import type { Incident } from '../../../../shared/domain/incident'
import { componentsHeldBack, type HeldBack } from '../../../../shared/domain/restore-components'
import { t } from '../../../../shared/texts/t'
import { texts } from '../../../../shared/texts/texts'
import { useFirstAlerts } from '../../../stores/use-alert-answer'
import { useRead } from '../../../stores/use-read'

const text = texts.comms.setBack

export interface KnownHeldBack {
  /** By component id, over all pages. */
  readonly held: ReadonlyMap<string, HeldBack>
  /** Open alerts that were not looked at: there are too many. */
  readonly unread: number
  /** Why the components of services are not known. */
  readonly fault: Fault | undefined
  readonly again: () => void
}

const open = { unhidden: true, order: 'loudest', limit: MOST_ROWS } as const

/** [SB4] Components of these pages that open alerts, or somebody's change, speak against restoring. */
export function useHeldBack(incident: Incident, pages: readonly StatusPage[]): KnownHeldBack {
  const { rows, total } = useFirstAlerts(open)
  const { value: names, fault, again } = useRead('services:names', {})
  const services = names?.services
  const held = useMemo(
    () => new Map(pages.flatMap(page => [...componentsHeldBack(incident, page, rows, services ?? [])])),
    [incident, pages, rows, services],
  )
  return { held, unread: total - rows.length, fault, again }
}

/** Why a component is not restored, in a few words. */
export function heldBackText(why: HeldBack): string {
  if (why.because === 'worsened') return t(text.worsened, { status: texts.comms.components[why.left] })
  return why.more === 0 ? t(text.alert, { alert: why.title }) : t(text.alerts, { alert: why.title, count: why.more })
}
