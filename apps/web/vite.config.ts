import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const api = process.env['SCHOOL_API'] ?? 'http://127.0.0.1:3000'

// Declarations of the contract make plain values: what no page uses leaves the bundle, schemas included.
const declarations = ['route', 'fact', 'slot', 'permission', 'Nullable', 'OneOf', 'Text', 'Page', 'Type', 'createReactComponent', 'icon']
const kinds = ['Object', 'String', 'Array', 'Union', 'Literal', 'Integer', 'Number', 'Boolean', 'Null', 'Optional', 'Enum', 'Record', 'Partial', 'Pick', 'Omit', 'Intersect', 'Composite', 'Any', 'Unknown', 'Unsafe', 'Tuple']

// One file for what every view needs: fewer requests weigh more on a slow line than a finer cache.
const kit = /(packages[\\/](ui|web|contract|names)|subsystems[\\/][^\\/]+[\\/](contract|web[\\/](?!index)[a-z-]+\.ts$)|node_modules[\\/](uuidv7|@tabler)|apps[\\/]web[\\/]shell[\\/].+\.css)/
const lateKit = /[\\/](Picker\.tsx|picker\.module\.css|theme\.ts)/

/** What several pages of one subsystem share comes in one file for each family of its parts: `parts/diary-week` and `parts/diary-marks` together. */
const partsOfRoom = (id: string) => {
  const [, room, family] = /subsystems[\\/]([^\\/]+)[\\/]web[\\/]parts[\\/](?:([a-z]+)[-a-z]*[\\/])?/.exec(id) ?? []
  return room ? `${room}-${family ?? 'parts'}` : null
}

export default defineConfig({
  root: at('.'),
  plugins: [react()],
  resolve: { alias: [{ find: /^typebox$/, replacement: at('../../packages/web/typebox-stub/index.ts') }] },
  server: { port: 5173, strictPort: true, proxy: { '/api': { target: api, ws: true }, '/auth': api, '/health': api } },
  build: {
    outDir: at('./dist'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    cssCodeSplit: true,
    rolldownOptions: {
      treeshake: { manualPureFunctions: [...declarations, ...kinds.map((kind) => `Type.${kind}`)] },
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /rolldown\/runtime|node_modules[\\/](react|react-dom|scheduler|wouter|regexparam|use-sync-external-store|@tanstack)[\\/]/, priority: 30 },
            { name: 'kit', test: (id: string) => kit.test(id) && !lateKit.test(id), priority: 20 },
            { name: partsOfRoom, minShareCount: 2, priority: 10 },
          ],
        },
      },
    },
  },
})
