/** Layouts: how panes are moved, and the dialog that takes, keeps, names and carries whole layouts. */

export const layouts = {
  title: 'Layouts',
  readyMade: 'Ready-made',
  ready: {
    ic: { name: 'Incident commander', what: 'What burns, what is said, who does it.' },
    comms: { name: 'Comms lead', what: 'Updates and what customers see, wide; the record beside it.' },
    scribe: { name: 'Scribe', what: 'The record wide, the rest small.' },
    wall: { name: 'Wall', what: 'A big screen for the whole room; nothing to press.' },
  },
  undo: 'Undo',
  saveAs: 'Save the layout that stands now as',
  saveExample: 'Night shift',
  save: 'Save',
  savedAs: 'Saved as “{name}”.',
  saved: 'Saved on this screen',
  deleted: '“{name}” was deleted.',
  rename: 'Rename',
  renameOne: 'Rename {name}',
  newName: 'New name for {name}',
  export: 'Export',
  exportOne: 'Export {name}',
  delete: 'Delete',
  deleteOne: 'Delete {name}',
  import: 'Import a file…',
  exportNow: 'Export what stands now',
  /** What a layout without a name is called in its file. */
  unnamed: 'Layout',
  reset: 'Reset to “{name}”',
  taken: '“{name}” stands now.',
  takenAndSaved: '“{name}” stands now, and is saved on this screen.',
  noName: 'A layout needs a name.',
  longName: 'A name has at most {most} letters.',
  isShipped: '“{name}” is ready-made and stays as it is. Choose another name.',
  isThere: '“{name}” is there already. Choose another name.',
} as const

/** Why a layout cannot be read. */
export const layoutFaults = {
  kept: 'The layout kept on this screen was not taken: {problem}. The ready-made one stands; L has others.',
  file: '{file}: {fault}',
  tooLarge: '{file} is larger than any layout.',
  noJson: 'This file is not JSON, so it is no layout. Choose one that “Export” wrote.',
  foreign: 'This file is no layout of Quarterdeck. Choose one that “Export” wrote.',
  newer: 'This layout is of a newer Quarterdeck. Update this one first.',
  wrongName: 'This layout file is broken: its name is missing or too long, or something was added to it.',
  broken: 'This layout file is broken: {problem}.',
  problems: {
    noLayout: 'it is not a layout',
    deep: 'its parts stand too deep in each other',
    noPlaces: 'it does not say where panes stand',
    twice: '“{pane}” stands in it twice',
    noPane: 'it has no pane',
  },
} as const

/** A pane and its place. */
export const arranging = {
  tabs: 'Panes in this place',
  arrange: 'Arrange {pane}',
  arrangeHint: 'Arrange (d)',
  hints: { move: 'move', size: 'size', tab: 'tab of the next', close: 'close', done: 'done' },
  tearOff: '{pane} in a window of its own',
  tearOffHint: 'A window of its own (W)',
  giveBack: 'Give {pane} back to the cockpit',
  giveBackHint: 'Back to the cockpit (W)',
  maximise: 'Maximise {pane}',
  maximiseHint: 'Maximise (z)',
  restore: 'Give {pane} its place back',
  restoreHint: 'Back to its place (z)',
  last: 'The last pane of a window stays where it is.',
  noWindow: 'The browser kept the window from opening. Allow pop-up windows for this address, then press W again.',
  stopped: 'This pane stopped: {problem}',
  stoppedCalm: 'The record is not touched by it.',
  startAgain: 'Start it again',
} as const
