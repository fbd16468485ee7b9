// Plain JavaScript, because `npm start` reads it before anything is installed or built.

/** Name of the database inside the data folder. */
export const DATABASE_FILE = 'quarterdeck.sqlite'

/** Name of the file beside it that tells how far the log of each incident reached. */
export const HEADS_FILE = 'heads.json'

/** The newest `PRAGMA user_version` this version reads. Migrations climb in tens; a newer file is refused. */
export const FORMAT_VERSION = 170
