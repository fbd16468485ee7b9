/** Why a bundle was not written, opened or taken: each names the file’s fault and the way out. Nothing was changed. */

export const bundleFaultTexts = {
  'bundle-locked': 'This file has a passphrase. Enter it to open the file.',
  'bundle-wrong-passphrase':
    'That passphrase does not open this file. Check it, or ask the person who wrote the file. Nothing was imported.',
  'bundle-not-by-passphrase':
    'This file is encrypted for a key, not with a passphrase. Decrypt it with age first, or ask for a file with a passphrase.',
  'bundle-too-costly':
    'Opening this file would need more memory and time than Quarterdeck gives an unknown file. Ask for one that Quarterdeck wrote. Nothing was imported.',
  'bundle-is-none': 'This is not a Quarterdeck file. Choose a file that ends in .quarterdeck. Nothing was imported.',
  'bundle-newer':
    'A newer version of Quarterdeck wrote this file. Update Quarterdeck to open it. Nothing was imported.',
  'bundle-altered':
    'This file is not what was written: a part is missing or changed ({where}). Copy it again from where it came. Nothing was imported.',
  'bundle-unfit': 'Quarterdeck did not open this file: {what} ({where}). Ask for a new one. Nothing was imported.',
  'bundle-bad-name': 'a name in it leads elsewhere or is none that Quarterdeck writes',
  'bundle-bad-row': 'an event in it does not have the form of an event',
  'bundle-bad-attachment': 'a picture in it is not one, or no line has it',
  'bundle-bad-telemetry': 'what it says of panels is none of what Quarterdeck writes',
  'bundle-bad-signature': 'a signature in it is wrong, so someone pretends to be another Quarterdeck',
  'bundle-other-incident': 'it mixes several incidents',
  'bundle-no-beginning': 'the declaration of the incident is missing',
  'bundle-too-large':
    'This file is larger than Quarterdeck opens, or would be once unpacked ({where}). Nothing was imported.',
  'bundle-other-mode':
    'A drill’s file opens in a drill only, and a real one outside drills. Switch first (key “,”), then open it again. Nothing was imported.',
  'bundle-damaged-here':
    'The record of this incident is damaged here, so nothing can be written from or into it. Check the record (Ctrl+, → Record).',
  'bundle-disk': 'The disk did not take or give the file: {reason}. Free up space or choose another place.',
  'bundle-stopped': 'That took too long or was stopped. Try again; what was already imported stays.',
  'bundle-file-gone': 'The file is no longer waiting here. Open it again.',
  'bundle-incident-here':
    'This incident came here meanwhile. Open the file again to see what it would change. Nothing was imported.',
  'owner-not-here': 'Another Quarterdeck sends for this incident: only that one can hand over.',
} as const
