/** Text for the eye: UTF-8 if it is that, else windows-1251, which old school files are often in. `cut` says that the end may be half a letter. */
export function decodeText(bytes: Buffer, cut: boolean): string {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    return decoder.decode(bytes, { stream: cut })
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
