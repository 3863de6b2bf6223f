import { keyOf, onFact } from '@school/web'
import { folderChanged, getFolder, getNode, listFolder, listShares, listSpaces, listVersions, listView, shareChanged } from '../contract/index.ts'

const everywhere = () => [keyOf(listFolder), keyOf(getFolder), keyOf(listView), keyOf(getNode), keyOf(listVersions)]

export const live = [
  onFact(folderChanged, () => [...everywhere(), keyOf(listSpaces)]),
  onFact(shareChanged, () => [...everywhere(), keyOf(listShares)]),
]
