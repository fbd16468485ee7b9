import { type CSSVariablesResolver, createTheme } from '@mantine/core'
import fields from '../ui/fields.module.css'

const fieldClasses = {
  input: fields.input ?? '',
  label: fields.label ?? '',
  description: fields.description ?? '',
  error: fields.error ?? '',
}
const optionClasses = { dropdown: fields.dropdown ?? '', option: fields.option ?? '' }

/** Mantine's parts in the cockpit's own dress; what it looks like is decided in ui/tokens.css. */
export const theme = createTheme({
  fontFamily: 'var(--qd-font)',
  fontFamilyMonospace: 'var(--qd-mono)',
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    TextInput: { defaultProps: { size: 'sm' }, classNames: fieldClasses },
    PasswordInput: { defaultProps: { size: 'sm' }, classNames: fieldClasses },
    Textarea: { defaultProps: { size: 'sm' }, classNames: fieldClasses },
    Select: { defaultProps: { size: 'sm' }, classNames: { ...fieldClasses, ...optionClasses } },
    MultiSelect: { defaultProps: { size: 'sm' }, classNames: { ...fieldClasses, ...optionClasses } },
    NumberInput: { defaultProps: { size: 'sm' }, classNames: fieldClasses },
    NativeSelect: { defaultProps: { size: 'sm' }, classNames: fieldClasses },
    Autocomplete: { defaultProps: { size: 'sm' }, classNames: { ...fieldClasses, ...optionClasses } },
    SegmentedControl: {
      defaultProps: { size: 'sm', transitionDuration: 0 },
      classNames: {
        root: fields.segments ?? '',
        indicator: fields.segmentIndicator ?? '',
        label: fields.segmentLabel ?? '',
      },
    },
    Checkbox: { defaultProps: { size: 'xs' }, classNames: { label: fields.checkLabel ?? '' } },
    Tooltip: {
      defaultProps: {
        openDelay: 150,
        transitionProps: { duration: 0 },
        events: { hover: true, focus: true, touch: true },
      },
      classNames: { tooltip: fields.tooltip ?? '' },
    },
  },
})

const inOurColours = {
  '--mantine-color-body': 'var(--qd-raised)',
  '--mantine-color-text': 'var(--qd-ink)',
  '--mantine-color-dimmed': 'var(--qd-ink-3)',
  '--mantine-color-placeholder': 'var(--qd-ink-3)',
  '--mantine-color-error': 'var(--qd-bad)',
  '--mantine-color-default': 'var(--qd-field)',
  '--mantine-color-default-hover': 'var(--qd-hover)',
  '--mantine-color-default-border': 'var(--qd-line-strong)',
  '--mantine-primary-color-filled': 'var(--qd-accent)',
  '--mantine-primary-color-filled-hover': 'var(--qd-accent)',
  '--mantine-primary-color-contrast': 'var(--qd-accent-ink)',
}

/** The same names in each scheme: what they stand for changes with the theme. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: inOurColours, dark: inOurColours })
