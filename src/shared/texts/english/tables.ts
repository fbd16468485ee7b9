/** Tables: the dialog of their columns. */

export const columnTexts = {
  title: 'Columns',
  rest: 'the rest',
  width: '{count} px',
  sorted: 'sorted',
  sortedBack: 'sorted, backwards',
  asTheyWere: 'As they were',
  keys: { show: 'show or not', move: 'move', width: 'narrower, wider', sort: 'sort by it' },
} as const
