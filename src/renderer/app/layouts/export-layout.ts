import { texts } from '../../../shared/texts/texts'
import { saveText } from '../../ui/save-text'
import { layoutFile, type NamedLayout } from './layout-file'
import type { Layouts } from './layouts'

/** Hands the layout out as a file that “Import” reads. */
export function exportLayout(layout: NamedLayout): void {
  saveText(fileName(layout.name), 'application/json', layoutFile(layout))
}

/** The layout that stands now, as a file. */
export function exportStanding(layouts: Layouts): void {
  const { name, tree } = layouts.getState()
  exportLayout({ name: name ?? texts.layouts.unnamed, tree })
}

/** Letters and digits of any script; everything else, a path's slashes too, becomes a dash. */
function fileName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
  return `${plain === '' ? 'layout' : plain}.quarterdeck-layout.json`
}
