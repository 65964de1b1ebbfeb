import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core'
import i18next from 'i18next'

const accent: MantineColorsTuple = [
  '#eaf1f9',
  '#d3e0ef',
  '#a6c0dd',
  '#779fcb',
  '#4f83bb',
  '#346fae',
  '#2361a2',
  '#17528c',
  '#17406d',
  '#0e3157',
]
/** A grey with a little blue in it: paper and ink, not plastic. */
const gray: MantineColorsTuple = [
  '#f7f8fa',
  '#eef1f4',
  '#e0e5ea',
  '#cbd2da',
  '#a9b3be',
  '#7f8b99',
  '#5b6675',
  '#414c5a',
  '#2b3542',
  '#1b2430',
]
const dark: MantineColorsTuple = [
  '#dfe4ea',
  '#c3cad3',
  '#a0aab6',
  '#77828f',
  '#46505c',
  '#353e49',
  '#262d36',
  '#1c2229',
  '#161b21',
  '#10141a',
]

/** One accent colour, one type family, a rhythm of four pixels, quiet borders. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 8, dark: 5 },
  colors: { accent, gray, dark },
  autoContrast: true,
  fontFamily: '"IBM Plex Sans", sans-serif',
  headings: {
    fontFamily: '"IBM Plex Sans", sans-serif',
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.375rem', lineHeight: '1.25' },
      h2: { fontSize: '1.0625rem', lineHeight: '1.3' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'xs' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    // Typing and Enter takes the first that matches, in every list.
    Select: { defaultProps: { size: 'xs', selectFirstOptionOnChange: true, comboboxProps: { transitionProps: { duration: 80 } } } },
    MultiSelect: { defaultProps: { size: 'xs', selectFirstOptionOnChange: true, comboboxProps: { transitionProps: { duration: 80 } } } },
    // A comma is a decimal sign too: left out, 1,5 would become 15.
    NumberInput: { defaultProps: { size: 'xs', allowedDecimalSeparators: ['.', ','] } },
    SegmentedControl: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Notification: { defaultProps: { closeButtonProps: { 'aria-label': i18next.t('ui:close') } } },
    ModalRoot: { defaultProps: { transitionProps: { duration: 100 } } },
    // Fixed to the window, and never higher than it: a list that opens at the end of a panel turns upwards instead of pushing the page.
    Popover: {
      defaultProps: {
        transitionProps: { duration: 80 },
        shadow: 'md',
        floatingStrategy: 'fixed',
        middlewares: { flip: true, shift: true, inline: false, size: true },
      },
    },
    // Beside its button instead of at the end of the page: so it stays inside that button's landmark.
    Menu: {
      defaultProps: {
        transitionProps: { duration: 80 },
        withinPortal: false,
        floatingStrategy: 'fixed',
        withInitialFocusPlaceholder: false,
        // A long menu scrolls where the window is low, as at 200 %.
        middlewares: { flip: true, shift: true, inline: false, size: true },
        styles: { dropdown: { overflowY: 'auto' } },
      },
    },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 80 }, withinPortal: false, floatingStrategy: 'fixed' } },
  },
})

/** Colours of states, told apart by colour-blind eyes; text on a tint has a contrast of at least 4.5 to 1 in both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {
    '--mantine-cursor-type': 'pointer',
  },
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-text': '#1b2430',
    '--mantine-color-dimmed': '#566170',
    '--mantine-color-placeholder': '#6b7684',
    '--mantine-color-error': '#a8321a',
    '--mantine-color-default-border': '#aab4bf',
    '--paper-quiet': '#f6f8fa',
    '--line-quiet': '#dfe4ea',
    '--tone-good-tint': '#d3ebe6',
    '--tone-good-strong': '#0b6155',
    '--tone-fair-tint': '#fbe9c4',
    '--tone-fair-strong': '#7a4f00',
    '--tone-poor-tint': '#f9d9d2',
    '--tone-poor-strong': '#97290f',
    '--tone-info-tint': '#dbe7f5',
    '--tone-info-strong': '#1a4a80',
    '--tone-neutral-tint': '#eaeef2',
    '--tone-neutral-strong': '#48535f',
  },
  dark: {
    '--mantine-color-body': '#161b21',
    '--mantine-color-text': '#dfe4ea',
    '--mantine-color-dimmed': '#a0aab6',
    '--mantine-color-placeholder': '#8d98a5',
    '--mantine-color-error': '#f2a491',
    '--mantine-color-anchor': '#8fb3dc',
    '--mantine-color-default-border': '#4a5561',
    '--paper-quiet': '#1c2229',
    '--line-quiet': '#323b46',
    '--tone-good-tint': '#153d38',
    '--tone-good-strong': '#86d6c6',
    '--tone-fair-tint': '#43330f',
    '--tone-fair-strong': '#eec571',
    '--tone-poor-tint': '#4a2018',
    '--tone-poor-strong': '#f4ac9a',
    '--tone-info-tint': '#1b3452',
    '--tone-info-strong': '#a3c6ee',
    '--tone-neutral-tint': '#2a323b',
    '--tone-neutral-strong': '#b9c2cc',
  },
})
