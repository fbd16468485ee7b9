import { fail, ok, type Reply } from '../../../shared/lib/reply'
import { excessOf } from '../../../shared/lib/text-length'
import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { LAYOUT_NAME_LIMIT, type NamedLayout } from './layout-file'
import { readyMade } from './ready-made'

type List = readonly NamedLayout[]

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
const shipped = (name: string): boolean => Object.values(readyMade).some(layout => same(layout.name, name))

/** The list with this layout in it; one of the same name is replaced. The fault says what name is required. */
export function withLayout(list: List, layout: NamedLayout): Reply<List, string> {
  const fault = nameFault(layout.name)
  if (fault !== undefined) return fail(fault)
  const added = { ...layout, name: layout.name.trim() }
  const at = list.findIndex(one => same(one.name, added.name))
  return ok(at < 0 ? [...list, added] : list.with(at, added))
}

export function renameLayout(list: List, from: string, to: string): Reply<List, string> {
  const fault = nameFault(to)
  if (fault !== undefined) return fail(fault)
  const taken = list.some(one => one.name !== from && same(one.name, to.trim()))
  if (taken) return fail(t(texts.layouts.isThere, { name: to.trim() }))
  return ok(list.map(one => (one.name === from ? { ...one, name: to.trim() } : one)))
}

export function withoutLayout(list: List, name: string): List {
  return list.filter(one => one.name !== name)
}

function nameFault(name: string): string | undefined {
  if (name.trim() === '') return texts.layouts.noName
  if (excessOf(name.trim(), LAYOUT_NAME_LIMIT) > 0) return t(texts.layouts.longName, { most: LAYOUT_NAME_LIMIT })
  return shipped(name.trim()) ? t(texts.layouts.isShipped, { name: name.trim() }) : undefined
}
