const added = ['env', 'origin', 'counter', 'hlcMs', 'hlcN', 'seen', 'effect', 'bodyHash', 'salt', 'summary']

/** SQL that gives the log of an empty record the shape that it had before format 80. */
export const withoutOrigins = [
  'DROP TRIGGER eventIsNotChanged;',
  ...added.map(column => `ALTER TABLE event DROP COLUMN ${column};`),
].join('\n')
