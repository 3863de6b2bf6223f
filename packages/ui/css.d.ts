declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>
  export default classes
}
declare module '*.css' {}
declare module '@tabler/icons-react/dist/esm/icons/*' {
  export const __iconNode: ReadonlyArray<readonly [string, Readonly<Record<string, string>>]>
}
