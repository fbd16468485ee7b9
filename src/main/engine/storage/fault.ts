/** `message` is one line for the person who started it: which folder or file is wrong, and the way out. */
export interface StoreFault {
  readonly message: string
}

export function unusableFolder(folder: string, cause: unknown): StoreFault {
  return { message: `Cannot use the data folder ${folder}: ${reasonOf(cause)}. Choose another with --data DIR.` }
}

export function unusableFile(file: string, why: string, way: string): StoreFault {
  return { message: `Cannot use ${file}: ${why}. ${way}` }
}

/** The first line of what was thrown, without the full stop that the sentence around it has. */
export function reasonOf(cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause)
  return (text.split('\n')[0] ?? '').replace(/\.$/, '')
}
