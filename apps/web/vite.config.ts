import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { groups } from './build/chunks.ts'
import { lightContract } from './build/light-contract.ts'
import { compressFiles, fillDocument, layWorker, listViews } from './build/plugins.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = process.env['SCHOOL_API'] ?? 'http://127.0.0.1:3000'

// Declarations of the contract make plain values: what no page uses leaves the bundle, schemas included.
const declarations = ['route', 'fact', 'slot', 'permission', 'Nullable', 'OneOf', 'Text', 'Page', 'Type', 'createReactComponent', 'icon']
const kinds = ['Object', 'String', 'Array', 'Union', 'Literal', 'Integer', 'Number', 'Boolean', 'Null', 'Optional', 'Enum', 'Record', 'Partial', 'Pick', 'Omit', 'Intersect', 'Composite', 'Any', 'Unknown', 'Unsafe', 'Tuple']

export default defineConfig({
  root: at('.'),
  plugins: [react(), lightContract(), fillDocument(at('.')), listViews(), layWorker(at('.')), compressFiles()],
  resolve: { alias: [{ find: /^typebox$/, replacement: at('../../packages/web/typebox-stub/index.ts') }] },
  server: { port: 5173, strictPort: true, proxy: { '/api': { target: api, ws: true }, '/auth': api, '/health': api } },
  build: {
    outDir: at('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    rolldownOptions: {
      treeshake: { manualPureFunctions: [...declarations, ...kinds.map((kind) => `Type.${kind}`)] },
      output: { codeSplitting: { groups } },
    },
  },
})
