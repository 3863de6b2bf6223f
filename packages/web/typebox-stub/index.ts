// The browser needs the addresses of routes, not their schemas: the server checks every shape. The build puts this in place of the library.
const nothing: unknown = new Proxy(() => nothing, { get: () => nothing, apply: () => nothing })
export const Type = nothing
