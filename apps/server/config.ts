/** The configuration of one server process; every variable is listed here and printed into docs/generated/config.md. */
export const variables = {
  PORT: { default: '3000', about: 'Port of the web application' },
  HOST: { default: '127.0.0.1', about: 'Address to listen on' },
  DATA_DIR: { default: '.data', about: 'Embedded database, audit checkpoints, demo people; several copies run side by side with different folders' },
  DATABASE_URL: { default: '', about: 'PostgreSQL ≥ 15, as the owner of the tables (migrations); empty: the embedded database' },
  APP_DATABASE_URL: { default: '', about: 'The same database for the running application; empty: DATABASE_URL acting as the role school_app' },
  DATABASE_CONNECTIONS: { default: '16', about: 'Connections of one process' },
  PUBLIC_URL: { default: '', about: 'Address people use, e.g. https://school.example; empty: http://localhost:PORT' },
  CONTENT_URL: { default: '', about: 'Address of another host that leads to this server and shows previews of files, e.g. https://content.school.example; empty: http://content.localhost:PORT in the demo, no previews of pictures, PDF and sound in production' },
  MODE: { default: 'demo', about: 'demo | production; production never starts or reaches the ЕСИА stand and wants HTTPS' },
  METRICS_TOKEN: { default: '', about: 'Bearer token for /metrics; empty: only from this machine' },
  TRUST_PROXY: { default: '', about: '1 behind a reverse proxy that sets X-Forwarded-*' },
  UPLOAD_MB: { default: '20', about: 'Largest import file' },
  ESIA_URL: { default: '', about: 'ЕСИА host; empty in demo mode: the stand' },
  ESIA_CLIENT_ID: { default: 'MYSCHOOL', about: 'Mnemonic of this system in ЕСИА' },
  ESIA_KEY_FILE: { default: '', about: 'Private key that signs requests to ЕСИА (PEM)' },
  ESIA_CERTIFICATE_FILE: { default: '', about: 'Certificate of that key (PEM)' },
  ESIA_TRUSTED_FILES: { default: '', about: 'Comma-separated PEM files of ЕСИА\'s own signing certificates' },
  ESIA_PORT: { default: '', about: 'Port of the stand in demo mode; empty: PORT + 1' },
  SIGNATURE_CA_DIR: { default: '', about: 'Folder with certificates of accredited authorities (.pem, .crt, .cer) against which signatures of people are checked; empty: the demo has a study signature, production none' },
  SIGNATURE_CRL_DIR: { default: '', about: 'Folder with revocation lists (.crl, .pem) of those authorities, kept fresh by the operator; empty: nobody asks whether a certificate was revoked' },
  PUSH_SERVICES: { default: 'fcm.googleapis.com,*.push.services.mozilla.com,*.push.apple.com,*.notify.windows.com', about: 'Push services that may be called, comma-separated, `*.` for names below; empty: no pushes. In demo mode also an exact origin, e.g. http://127.0.0.1:4999' },
  PUSH_CONTACT: { default: '', about: 'mailto: or https: address where a push service may complain; empty: PUBLIC_URL' },
  LOG: { default: '', about: '1 writes structured request errors to standard output' },
} as const

export type Variable = keyof typeof variables

export interface Config {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly ownerUrl: string
  readonly appUrl: string
  readonly connections: number
  readonly publicUrl: string
  /** Where previews of files stand; empty: nowhere. */
  readonly contentUrl: string
  readonly production: boolean
  readonly metricsToken: string
  readonly trustProxy: boolean
  readonly uploadBytes: number
  readonly log: boolean
  /** Push services that may be called, and where they may complain. */
  readonly push: { readonly services: readonly string[]; readonly contact: string }
  /** Folders of trust for signatures of people; null: no qualified signatures here. */
  readonly signatures: { readonly authorities: string; readonly revocations: string | null } | null
  readonly esia: { readonly url: string; readonly clientId: string; readonly keyFile: string; readonly certificateFile: string; readonly trustedFiles: readonly string[]; readonly port: number }
}

/** Reads and checks the configuration; a wrong value is named with what to do. */
export function readConfig(env: Partial<Record<string, string>>): Config {
  const text = (name: Variable): string => env[name] ?? variables[name].default
  const count = (name: Variable): number => {
    const value = Number(text(name))
    if (!Number.isInteger(value) || value < 0) throw new Error(`${name} must be a whole number, not "${text(name)}"`)
    return value
  }
  const mode = text('MODE')
  if (mode !== 'demo' && mode !== 'production') throw new Error(`MODE must be demo or production, not "${mode}"`)
  const production = mode === 'production'
  const port = count('PORT')
  const publicUrl = (text('PUBLIC_URL') || `http://localhost:${port}`).replace(/\/$/, '')
  if (production && !publicUrl.startsWith('https://')) throw new Error('PUBLIC_URL must begin with https:// in production')
  if (production && !text('ESIA_URL')) throw new Error('ESIA_URL must name the ЕСИА host in production; the stand is for the demo only')
  return {
    port, publicUrl, production, contentUrl: contentOrigin(text('CONTENT_URL'), publicUrl, production ? '' : `http://content.localhost:${port}`), host: text('HOST'), dataDir: text('DATA_DIR'), ownerUrl: text('DATABASE_URL'), appUrl: text('APP_DATABASE_URL') || text('DATABASE_URL'),
    connections: count('DATABASE_CONNECTIONS'), metricsToken: text('METRICS_TOKEN'), trustProxy: text('TRUST_PROXY') === '1', uploadBytes: count('UPLOAD_MB') * 1_048_576, log: text('LOG') === '1',
    push: { services: pushServices(text('PUSH_SERVICES'), production), contact: text('PUSH_CONTACT') || (publicUrl.startsWith('https:') ? publicUrl : 'mailto:operator@school.example') },
    signatures: text('SIGNATURE_CA_DIR') ? { authorities: text('SIGNATURE_CA_DIR'), revocations: text('SIGNATURE_CRL_DIR') || null } : null,
    esia: {
      url: text('ESIA_URL'), clientId: text('ESIA_CLIENT_ID'), keyFile: text('ESIA_KEY_FILE'), certificateFile: text('ESIA_CERTIFICATE_FILE'),
      trustedFiles: text('ESIA_TRUSTED_FILES').split(',').filter(Boolean), port: text('ESIA_PORT') ? count('ESIA_PORT') : port + 1,
    },
  }
}

function pushServices(text: string, production: boolean): string[] {
  const services = text.split(',').map((one) => one.trim()).filter(Boolean)
  const wrong = services.find((one) => !/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(one) && (production || !/^http:\/\/(localhost|127\.0\.0\.1):\d+$/.test(one)))
  if (wrong !== undefined) throw new Error(`PUSH_SERVICES names hosts like fcm.googleapis.com or *.push.apple.com, not "${wrong}"`)
  return services
}

/** Another host than people use: a port alone keeps cookies and storage together. */
function contentOrigin(text: string, publicUrl: string, usual: string): string {
  if (text === '') return usual
  const url = new URL(text)
  if (url.hostname === new URL(publicUrl).hostname || url.pathname !== '/') throw new Error('CONTENT_URL must name another host than PUBLIC_URL, without a path')
  return url.origin
}
