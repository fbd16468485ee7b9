import { isField } from '../ui/is-field'

export type MeantPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & {
  getModifierState(name: string): boolean
}

/** What a key press means to the cockpit. */
export interface Meant {
  readonly key: string
  readonly ctrlKey: boolean
  readonly altKey: boolean
}

/** Characters that are commands wherever a keyboard layout has them. */
const signs = new Set([',', '.', ';', '/', '?', '!', '+', '-', '=', '>', '@', '[', ']'])
const latin = /^[a-z]$/i
const digit = /^[0-9]$/
/** A character that Shift prints is not a digit that the layout lacks: `@` is above the 2 of a US keyboard. */
const isAscii = /^[!-~]$/

/** The character of each physical key on the US layout, which the commands are named by. */
const places: ReadonlyMap<string, readonly [plain: string, shifted: string]> = new Map([
  ...Array.from('abcdefghijklmnopqrstuvwxyz', letter => place(`Key${letter.toUpperCase()}`, letter)),
  // With Shift, a digit row prints what its own layout says: only the digit is found by its physical key.
  ...Array.from('0123456789', number => place(`Digit${number}`, number, number)),
  place('Comma', ','),
  place('Period', '.', '>'),
  place('Semicolon', ';'),
  place('Slash', '/', '?'),
  place('Equal', '=', '+'),
  place('BracketLeft', '[', '['),
  place('BracketRight', ']', ']'),
])

function place(code: string, plain: string, shifted = plain.toUpperCase()) {
  return [code, [plain, shifted]] as const
}

/**
 * [KW3] What a key press means: the character it prints, or, where its layout cannot print that character (a digit on
 * AZERTY, a Latin letter on Cyrillic), the one of the same physical key on the US layout. Caps Lock makes no capital,
 * and a character typed with AltGr or a Mac's Option is that character.
 * @returns undefined where the press already says what it means
 */
export function meantBy(press: MeantPress, onMac: boolean): Meant | undefined {
  const { key, ctrlKey, altKey } = press
  if ([...key].length !== 1 || key === ' ') return undefined
  const behind = press.getModifierState('AltGraph') || (onMac && altKey)
  if (behind && signs.has(key)) return differing(press, { key, ctrlKey: false, altKey: false })
  if (altKey || behind) return undefined
  if (latin.test(key)) return differing(press, { key: withoutCapsLock(press), ctrlKey, altKey })
  if (isGreekQ(press)) return { key: press.shiftKey ? 'Q' : 'q', ctrlKey, altKey }
  if (digit.test(key) || isSign(press) || (press.shiftKey && isAscii.test(key))) return undefined
  const at = places.get(press.code)
  return at && { key: at[press.shiftKey ? 1 : 0], ctrlKey, altKey }
}

/** Greek prints a sign at the place of q, and has no Latin letter anywhere; no Latin layout prints that sign there. */
function isGreekQ({ key, code }: MeantPress): boolean {
  return code === 'KeyQ' && (key === ';' || key === ':')
}

/** What AZERTY prints in its row of digits, `-` on the 6, are its digits: panes have no other key. */
function isSign({ key, code }: MeantPress): boolean {
  return signs.has(key) && !(key === '-' && code.startsWith('Digit'))
}

function withoutCapsLock(press: MeantPress): string {
  if (!press.getModifierState('CapsLock')) return press.key
  return press.shiftKey ? press.key.toUpperCase() : press.key.toLowerCase()
}

function differing(press: MeantPress, meant: Meant): Meant | undefined {
  const same = press.key === meant.key && press.ctrlKey === meant.ctrlKey && press.altKey === meant.altKey
  return same ? undefined : meant
}

/** Browsers report this code for a press that an input method handles, including the Enter that commits its text. */
const OF_AN_INPUT_METHOD = 229

/**
 * [KW3] Delivers keys to everything on the page as they are meant. In a field, letters are text, and only a press with
 * Ctrl or Cmd is a command. [KW4] A key that an input method handles reaches no one. Returns its stop.
 */
export function hearMeantKeys(page: Window): () => void {
  const onMac = page.navigator.platform.startsWith('Mac')
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === OF_AN_INPUT_METHOD) return event.stopImmediatePropagation()
    if (again.has(event) || (isField(event.target) && !isChord(event))) return
    const meant = meantBy(event, onMac)
    if (meant === undefined || event.target === null) return
    event.stopImmediatePropagation()
    const { code, shiftKey, metaKey, repeat } = event
    const said = { ...{ code, shiftKey, metaKey, repeat }, ...meant, bubbles: true, cancelable: true, composed: true }
    const anew = new KeyboardEvent('keydown', said)
    again.add(anew)
    // The browser's default action, such as copying, stays with the press itself.
    if (!event.target.dispatchEvent(anew)) event.preventDefault()
  }
  page.addEventListener('keydown', press, { capture: true })
  return () => page.removeEventListener('keydown', press, { capture: true })
}

/** Ctrl is also a part of AltGr, which types characters. */
function isChord(event: KeyboardEvent): boolean {
  return (event.ctrlKey || event.metaKey) && !event.getModifierState('AltGraph')
}

const again = new WeakSet<KeyboardEvent>()
