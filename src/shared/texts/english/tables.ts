/** Tables: the dialog of their columns. */

export const columnTexts = {
  title: 'Columns',
  rest: 'the rest',
  noRoom: 'no room now',
  width: '{count} px',
  sorted: 'sorted',
  sortedBack: 'sorted, descending',
  asTheyWere: 'Reset',
  keys: { show: 'show or hide', move: 'move', width: 'width', sort: 'sort' },
} as const
