const types = {
  pdf: 'application/pdf',
  asics: 'application/vnd.etsi.asic-s+zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  fet: 'application/xml',
} as const

/** The heads of a reply that is a file; the name may be Russian. */
export function fileHeads(name: string, kind: keyof typeof types): Record<string, string> {
  const full = `${name.replace(/[\\/"\r\n]/g, ' ').trim()}.${kind}`
  const plain = full.replace(/[^\x20-\x7e]/g, '_')
  return {
    'content-type': types[kind], 'cache-control': 'private, no-store',
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
  }
}
