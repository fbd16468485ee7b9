import { createTheme, MantineContext, MantineProvider } from '@mantine/core'
import { type ReactNode, useContext } from 'react'
import fields from './fields.module.css'

const fieldClasses = {
  input: fields.input ?? '',
  label: fields.label ?? '',
  description: fields.description ?? '',
  error: fields.error ?? '',
}
const optionClasses = { dropdown: fields.dropdown ?? '', option: fields.option ?? '' }

/** Mantine's components in the cockpit's own style; tokens.css decides the look. */
const theme = createTheme({
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
  },
})

/**
 * Wraps what is drawn with Mantine, which loads with the dialogs: the page's first part does without. Its variables and
 * the attributes of the page's root are in the style sheets and the look, so that opening a dialog restyles nothing.
 */
export function WithMantine({ children }: { readonly children: ReactNode }) {
  const env = useContext(MantineContext)?.env
  return (
    <MantineProvider
      theme={theme}
      forceColorScheme="dark"
      withCssVariables={false}
      withGlobalClasses={false}
      getRootElement={noRoot}
      {...(env !== undefined && { env })}
    >
      {children}
    </MantineProvider>
  )
}

const noRoot = () => undefined
