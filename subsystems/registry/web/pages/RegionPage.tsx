import { RegionView } from '../parts/RegionView.tsx'

/** A region, reached from the list of regions. */
export function RegionPage({ regionId }: { regionId: string }) {
  return <RegionView regionId={regionId} />
}
