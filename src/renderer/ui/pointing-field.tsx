import { LineField, type LineFieldProps } from './line-field'

export interface PointingFieldProps extends LineFieldProps {
  /** Id of the list below; its options are `${list}-0`, `${list}-1` and so on. */
  readonly list: string
  /** Index of the option that Enter would pick; null: none. */
  readonly at: number | null
}

/** A field whose letters choose from the list below it, and whose arrow keys move in that list. */
export function PointingField({ list, at, ...rest }: PointingFieldProps) {
  return (
    <LineField
      aria-expanded="true"
      {...rest}
      role="combobox"
      aria-controls={list}
      aria-activedescendant={at === null ? undefined : `${list}-${at}`}
    />
  )
}
