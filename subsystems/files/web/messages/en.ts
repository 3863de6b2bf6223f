import { plural } from '@school/web'
import type { ru } from './ru.ts'

const files = (n: number) => `${n} ${plural(n, 'item', 'items', 'items')}`

export const en: typeof ru = {
  title: 'My files', brand: 'Моя школа', places: 'Places', own: 'My files', ofClasses: 'Classes', ofSchool: 'School', used: (used, all) => `${used} of ${all} used`, usedLabel: 'Space used',
  views: { shared: 'Shared with me', starred: 'Starred', recent: 'Recent', trash: 'Trash' },
  emptyView: { shared: 'What others share with you will appear here', starred: 'Star what you need at hand', recent: 'Files you have opened will appear here', trash: 'The trash is empty' },
  emptyOwn: 'Drag files and folders here or choose them from your device', emptyFolder: 'This folder is empty so far', trashNote: (days) => `What is deleted vanishes for good after ${days} ${plural(days, 'day', 'days', 'days')}`,
  add: 'Add', newFolder: 'New folder', uploadFiles: 'Upload files', uploadFolder: 'Upload a folder', dropHere: (place) => `Drop to upload: ${place}`,
  look: 'Look of the list', asList: 'List', asGrid: 'Grid', sort: 'Order', byName: 'By name', byChanged: 'Newest first', bySize: 'Largest first',
  name: 'Name', changed: 'Changed', size: 'Size', where: 'Where it lies', trashedAt: 'Deleted', actions: 'Actions', actionsOf: (name) => `Actions: ${name}`, more: 'More',
  open: 'Open', show: 'Look', download: 'Download', downloadZip: 'Download as a zip', rename: 'Rename', move: 'Move', moveHere: 'Move here', copy: 'Copy', copyHere: 'Copy here', share: 'Share', star: 'Star', unstar: 'Remove the star', versions: 'Versions', remove: 'To the trash', restore: 'Restore', purge: 'Delete for good', newVersion: 'Upload a new version', showFolder: 'Show in its folder',
  selected: (n) => `Selected: ${files(n)}`, clear: 'Clear the selection', cancel: 'Cancel', save: 'Save', create: 'Create', close: 'Close', done: 'Done',
  removed: (n) => `In the trash: ${files(n)}`, restored: (n) => `Restored: ${files(n)}`, moved: (n) => `Moved: ${files(n)}`, copied: (n) => `Copied: ${files(n)}`, purged: (n) => `Deleted: ${files(n)}`, renamed: 'Renamed', made: 'The folder is made',
  purgeText: (n, name) => n === 1 ? `“${name}” will vanish with all its versions and cannot be brought back.` : `${files(n)} will vanish with all their versions and cannot be brought back.`, folderName: 'Name of the folder', fileName: 'Name of the file', nameNeeded: 'Write a name', chooseFolder: 'Choose a folder', noFolders: 'No folders inside', up: 'One level up', kindNames: { folder: 'Folder', image: 'Picture', video: 'Video', audio: 'Sound', pdf: 'PDF', document: 'Document', table: 'Spreadsheet', slides: 'Slides', text: 'Text', archive: 'Archive', other: 'File' },
  sharedMark: 'Shared', starredMark: 'Starred', readOnly: 'View only',
  uploads: 'Uploads', uploading: (done, all) => `${done} of ${all} uploaded`, uploaded: (n) => `Uploaded: ${n} ${plural(n, 'file', 'files', 'files')}`, waiting: 'In the queue', paused: 'Paused', offline: 'No network, will go on by itself', failed: 'Not uploaded', whole: 'Uploaded', pause: 'Pause', resume: 'Go on', again: 'Try again', stop: 'Cancel the upload', hide: 'Hide the list of uploads', left: (seconds) => `${seconds} left`, pauseAll: 'Pause all', resumeAll: 'Go on with all', tooLarge: (most) => `The file is larger than ${most}`,
  previewNone: 'This format is not shown here. Download the file to open it on your device.', previewEmpty: 'The file is empty', previewCut: 'Only the beginning of the file is shown', previewOf: (name) => `Preview: ${name}`, previous: 'Previous', next: 'Next',
  versionNumber: (n) => `Version ${n}`, currentVersion: 'current', restoreVersion: 'Bring this back', versionRestored: 'The version is back', versionsNote: 'Bringing one back makes a new version; none is lost.',
  shareTitle: (name) => `Access: ${name}`, shareWith: 'With whom', shareHint: 'Begin to type a surname or a class', shareNone: 'Only you have access so far', shareList: 'Who has access', canView: 'View', canEdit: 'Edit', until: 'Until', forever: 'No end', shareAdded: 'Access given', shareRemoved: 'Access ended', shareRemove: 'End access', rightLabel: 'What is allowed', people: 'People', classes: 'Classes', roles: 'Everyone at school', nobodyFound: 'Nobody found', linkMake: 'Make a link', linkMade: 'The link is ready. It is shown once: copy it now.', linkCopy: 'Copy', linkCopied: 'The link is copied', linkShare: 'Access by link', linkNote: 'Anyone who has the link can look and download.', linkMinor: 'Links can be shared from the age of 14',
  roleNames: { teacher: 'Teachers', homeroomTeacher: 'Class teachers', deputyHead: 'Deputy heads', principal: 'Principal', schoolAdmin: 'Administrators', pupil: 'Pupils', parent: 'Parents' },
  linkTitle: 'Files by link', linkGone: 'This link does not work any more', linkGoneText: 'The owner ended access or its time has run out. Ask for a new link.', linkUntil: (day) => `Open until ${day}`, downloadAll: 'Download all',
  problem: {
    'files.name_taken': (d) => `The name “${String(d['name'] ?? '')}” is taken here`, 'files.name_wrong': 'This name does not do: only forbidden signs would be left', 'files.changed_meanwhile': 'It was changed while you were looking. Look again.', 'files.into_itself': 'A folder cannot lie in itself',
    'files.quota': 'There is not enough space. Free some or empty the trash.', 'files.too_deep': 'Too many folders inside each other', 'files.too_many': 'Too many files at once. Choose fewer.', 'files.too_large': 'The file is too large', 'files.link_minor': 'Links can be shared from the age of 14', 'files.not_reachable': 'You cannot share with this person or class', 'files.expiry_past': 'This day is over', 'files.shared_already': 'Access was given already',
    'files.tus_version': 'This program cannot upload here', 'files.offset': 'The upload goes on in another window', 'files.checksum': 'The data were damaged on the way', 'files.upload_lost': 'The upload broke off, begin it again',
  },
}
