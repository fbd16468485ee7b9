// Plain JavaScript, because `npm start` reads it before anything is installed or built.

/** Name of the database inside the data folder. */
export const DATABASE_FILE = 'quarterdeck.sqlite'

/** Name of the file next to it with the last known length of each incident's log. */
export const HEADS_FILE = 'heads.json'

/** The newest `PRAGMA user_version` this version reads. Migrations climb in tens; a newer file is refused. */
export const FORMAT_VERSION = 190
