/** What happened last in the dialog, or what stood in its way. */
export interface Told {
  readonly text: string
  readonly bad?: boolean
  /** Takes it back. */
  readonly undo?: () => void
}
