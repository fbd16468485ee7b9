import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { saveText } from '../../ui/save-text'
import { layoutFile, type NamedLayout, readLayoutFile } from './layout-file'
import type { Layouts } from './layouts'
import { withLayout } from './named-layouts'

/** The last outcome in the dialog, or why it failed. */
export interface LayoutNotice {
  readonly text: string
  readonly bad?: boolean
  /** Undoes it. */
  readonly undo?: () => void
}

/** Downloads the layout as a file that “Import” reads. */
export function exportLayout(layout: NamedLayout): void {
  saveText(fileName(layout.name), 'application/json', layoutFile(layout))
}

/** The current layout, as a file. */
export function exportCurrent(layouts: Layouts): void {
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

const [text, faults] = [texts.layouts, texts.layoutFaults]

/** A hundred times larger than any file that “Export” writes; a larger file is not even read. */
const LARGEST = 200_000

/**
 * Imports a file written by “Export” and saves its layouts in this browser; returns what happened, or what is wrong
 * with the file.
 */
export async function importLayout(layouts: Layouts, file: File): Promise<LayoutNotice> {
  if (file.size > LARGEST) return { text: t(faults.tooLarge, { file: file.name }), bad: true }
  const read = readLayoutFile(await file.text())
  if (!read.ok) return { text: t(faults.file, { file: file.name, fault: read.fault }), bad: true }
  layouts.take(read.value)
  const kept = withLayout(layouts.getState().saved, read.value)
  if (kept.ok) layouts.save(kept.value)
  return { text: t(kept.ok ? text.takenAndSaved : text.taken, { name: read.value.name }) }
}

/** Opens the file picker first. Only during a key press or click; browsers refuse it otherwise. */
export function askForLayout(layouts: Layouts): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'application/json,.json'
  field.onchange = async () => {
    const file = field.files?.[0]
    if (file === undefined) return
    const notice = await importLayout(layouts, file)
    if (notice.bad === true) layouts.notify(notice.text)
  }
  field.click()
}
