import { t } from '../../shared/texts/t'
import { texts } from '../../shared/texts/texts'
import type { PaletteAct } from '../features/palette/palette-list'
import type { Cockpit } from '../stores/cockpit-stores'

const text = texts.palette
const { groups } = texts.keymap

/** For a chat or a ticket; it opens where this machine's Quarterdeck is installed. */
export function linkActs({ selection, faults }: Cockpit): readonly PaletteAct[] {
  const { open } = selection.getState()
  if (open === null) return []
  const address = `quarterdeck://incident/${open}`
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(address)
    } catch (error) {
      console.warn('The link could not be copied', error)
      faults.setState({ incident: { kind: 'refused', message: t(text.linkNotCopied, { address }) } })
    }
  }
  return [{ id: 'incident:link', name: text.copyLink, group: groups.look, run: () => void copy() }]
}
