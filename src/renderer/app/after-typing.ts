import { bindingFor } from '../commands/keymap'
import { isField } from '../ui/is-field'
import { onLeftTyping } from '../ui/left-typing'

/**
 * Wall-clock milliseconds in which one more letter turns a command key into text: a person who means a command presses
 * its keys and nothing else.
 */
const NEXT_LETTER = 350
/** Wall-clock milliseconds without a letter that end the text. */
const PAUSE = 1_000
/** Wall-clock milliseconds after which no one is still typing into a form that has closed. */
const SOON = 5_000

export interface AfterTyping {
  /** A form was closed with text in it. */
  left(): void
  /**
   * @param run what the key does as a command
   * @param ends whether it is the second key of a command that `first` begins
   * @returns true where the key is held back: it runs a moment later, or is part of text and runs nothing
   */
  press(key: string, run: () => void, ends?: (first: string) => boolean): boolean
  /** The user did something else: from here on a key runs at once. */
  disarm(): void
}

/**
 * [KW2] Text that continues after a form has closed runs no commands. The first letter waits for a second one: with it,
 * it is the start of text; alone, it is a command, and so are two letters that form one command.
 * @param tell called with the text once it ends
 */
export function createAfterTyping(tell: (words: string) => void): AfterTyping {
  let leftAt = Number.NEGATIVE_INFINITY
  let words = ''
  let runs: readonly (() => void)[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const after = (span: number, run: () => void) => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      disarm()
      run()
    }, span)
  }
  const disarm = () => {
    clearTimeout(timer)
    leftAt = Number.NEGATIVE_INFINITY
    words = ''
    runs = []
  }
  return {
    left: () => {
      disarm()
      leftAt = performance.now()
    },
    press: (key, run, ends = () => false) => {
      // A space alone presses the focused element.
      if (words === '' && (key === ' ' || performance.now() - leftAt > SOON)) return false
      const isCommand = words === '' || (words.length === 1 && ends(words))
      words += key
      runs = [...runs, run]
      const [typed, all] = [words, runs]
      if (isCommand) after(NEXT_LETTER, () => all.forEach(one => void one()))
      else after(PAUSE, () => tell(typed))
      return true
    },
    disarm,
  }
}

/** Gets each key before the page does, also one that a list row would handle; returns its stop. */
export function guardAfterTyping(page: Document, tell: (words: string) => void): () => void {
  const afterTyping = createAfterTyping(tell)
  const press = (event: KeyboardEvent) => {
    const { key, target } = event
    if (isField(target) || page.querySelector('[role="dialog"]') !== null) return
    if (key === 'Shift' || key === 'AltGraph' || key === 'Dead') return
    if (key.length > 1 || event.ctrlKey || event.metaKey || event.altKey) return afterTyping.disarm()
    const again = () => target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
    if (!afterTyping.press(key, again, first => bindingFor(event, false, first) !== undefined)) return
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  const stopHearing = onLeftTyping(afterTyping.left)
  page.addEventListener('keydown', press, { capture: true })
  page.addEventListener('pointerdown', afterTyping.disarm)
  return () => {
    afterTyping.disarm()
    stopHearing()
    page.removeEventListener('keydown', press, { capture: true })
    page.removeEventListener('pointerdown', afterTyping.disarm)
  }
}
