/** A file of the build with what it imports at once. */
export interface Piece { readonly file: string; readonly modules: readonly string[]; readonly imports: readonly string[]; readonly styles: readonly string[] }
export interface Files { readonly scripts: readonly string[]; readonly styles: readonly string[]; readonly words: { readonly ru: readonly string[]; readonly en: readonly string[] } }
/** What the first view of a page needs beside the shell, for each role that may open it; a page without a context has only `anyone`. */
export interface View { readonly path: string; readonly pattern: string; readonly acting: boolean; readonly offline: boolean; readonly roles: Readonly<Record<string, Files>> }
/** views.json of the built application. */
export interface Views { readonly shell: readonly string[]; readonly pages: readonly View[] }
