import { createTheme, type MantineColorsTuple } from '@mantine/core'

const brand: MantineColorsTuple = ['var(--brand-0)', 'var(--brand-1)', 'var(--brand-2)', 'var(--brand-3)', 'var(--brand-4)', 'var(--brand-5)', 'var(--brand-6)', 'var(--brand-7)', 'var(--brand-8)', 'var(--brand-9)']

/** Mantine dressed in the tokens, for the few of its components that pages load on demand. */
export const theme = createTheme({
  colors: { brand },
  primaryColor: 'brand',
  primaryShade: { light: 7, dark: 5 },
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  defaultRadius: 'sm',
  radius: { xs: 'var(--r-tile)', sm: 'var(--r-control)', md: 'var(--r-panel)', lg: 'var(--r-sheet)', xl: 'var(--r-full)' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: 'var(--t-cap)', sm: 'var(--t-dense)', md: 'var(--t-ui)', lg: 'var(--t-read)', xl: 'var(--t-h2)' },
  cursorType: 'pointer',
  respectReducedMotion: true,
})
