import { t } from '../../../shared/texts/t'
import { texts } from '../../../shared/texts/texts'
import { readLayoutFile } from './layout-file'
import type { Layouts } from './layouts'
import { withLayout } from './named-layouts'
import type { Told } from './told'

const [text, faults] = [texts.layouts, texts.layoutFaults]

/** No layout that “Export” wrote is a hundredth of it; a larger file is not even read. */
const LARGEST = 200_000

/** Takes what “Export” wrote, and keeps it on this screen; answers what happened, or what is wrong with the file. */
export async function importLayout(layouts: Layouts, file: File): Promise<Told> {
  if (file.size > LARGEST) return { text: t(faults.tooLarge, { file: file.name }), bad: true }
  const read = readLayoutFile(await file.text())
  if (!read.ok) return { text: t(faults.file, { file: file.name, fault: read.fault }), bad: true }
  layouts.take(read.value)
  const kept = withLayout(layouts.getState().saved, read.value)
  if (kept.ok) layouts.save(kept.value)
  return { text: t(kept.ok ? text.takenAndSaved : text.taken, { name: read.value.name }) }
}

/** Asks for the file first. Only while a key or a press is being answered; browsers refuse it else. */
export function askForLayout(layouts: Layouts): void {
  const field = document.createElement('input')
  field.type = 'file'
  field.accept = 'application/json,.json'
  field.onchange = async () => {
    const file = field.files?.[0]
    if (file === undefined) return
    const told = await importLayout(layouts, file)
    if (told.bad === true) layouts.tell(told.text)
  }
  field.click()
}
