import type { IssueCode } from '../../view/view';

/** What a problem code means to HTTP and to a reader. */
export interface ProblemKind {
  readonly status: number;
  readonly title: string;
  /** What happened and what to do, for the code's page and docs/api.md. */
  readonly meaning: string;
}

/** Codes of the whole answer; those of single keys are in {@link ISSUE_KINDS}. */
const ANSWER_KINDS = {
  'bad-view': {
    status: 400,
    title: 'The address cannot be used as it stands',
    meaning:
      'One or more keys of the address are unknown, repeated or hold a value that cannot be read. The list “errors” names each key, its value and the reason. Nothing is answered, since a figure for another question would be worse than none.',
  },
  'bad-address': {
    status: 400,
    title: 'The address is not well formed',
    meaning:
      'The path holds a percent escape that is broken or is not UTF-8. Write the address anew, or start from the list of datasets.',
  },
  'bad-limit': {
    status: 400,
    title: 'The limit is not a number of rows',
    meaning: '“limit” is a whole number from 1 to 1000. It stands once in the address.',
  },
  'too-many-rows': {
    status: 400,
    title: 'The format cannot hold so many rows',
    meaning: 'A sheet of a workbook ends after 1,048,576 rows. Choose another format, or narrow the view.',
  },
  'bad-format': {
    status: 400,
    title: 'The answer cannot have this form',
    meaning:
      'A key of the address asks for a format or a size that is not offered. The detail says what there is.',
  },
  'bad-comparison': {
    status: 400,
    title: 'These revisions cannot be compared',
    meaning:
      '“since” and “until” are revisions that are kept here, by 12 to 64 digits of their hash. The list “errors” says which of them is not.',
  },
  'rows-closed': {
    status: 403,
    title: 'The rows of this series may not be passed on',
    meaning:
      'The licence of the series allows its figures and pictures to be shared, not its rows. The detail says why. view.json, the pictures and the embedded charts answer as ever.',
  },
  'bad-picture': {
    status: 400,
    title: 'The picture cannot have this size',
    meaning:
      'A picture is 320 to 4000 pixels wide and 180 to 4000 high, light or dark, and a PNG has 1 to 4 pixels for each. Where the height is too small for all that must be in it, the detail says how much is needed.',
  },
  'bad-cursor': {
    status: 400,
    title: 'The cursor does not belong to this view',
    meaning:
      'A cursor continues one view of one revision. It cannot be read, or it was made for another view or revision. Start again without “cursor”.',
  },
  'bad-body': {
    status: 400,
    title: 'The body is not a list of queries',
    meaning:
      'The body must be JSON of the form {"revision": …, "queries": […]} with at most 64 queries, perhaps {"bins": "columns"} beside them, and nothing else. The list “errors” names what is wrong.',
  },
  'bad-dataset-id': {
    status: 400,
    title: 'This cannot be the id of a dataset',
    meaning:
      'An id is lower-case letters, digits and single hyphens, at most 64 characters, and none of the names that addresses need for themselves.',
  },
  'bad-upload': {
    status: 400,
    title: 'The upload is not described as it must be',
    meaning:
      'The name of the file is missing, or the body of the order is not what it must be. The detail says which.',
  },
  'wrong-token': {
    status: 401,
    title: 'The token is missing or wrong',
    meaning:
      'Changes need the token of this server, sent as “Authorization: Bearer …”. It is ANNALS_TOKEN, or what stands in the file “token” of the store.',
  },
  'local-only': {
    status: 403,
    title: 'Changes are taken from the machine itself only',
    meaning:
      'Older versions answered so where they had no token. Now every server has one; see “The token is missing or wrong”.',
  },
  'unknown-dataset': {
    status: 404,
    title: 'There is no such dataset',
    meaning: 'No dataset has this id. The start page lists those that there are.',
  },
  'not-found': {
    status: 404,
    title: 'There is nothing at this address',
    meaning: 'The address names neither a page nor a service of Annals.',
  },
  'unknown-upload': {
    status: 404,
    title: 'There is no such upload',
    meaning: 'The upload was deleted, has expired, or is one of another dataset. Begin a new one.',
  },
  'method-not-allowed': {
    status: 405,
    title: 'This method is not allowed here',
    meaning: 'The address answers other methods only; the header “Allow” names them.',
  },
  'bundled-dataset': {
    status: 409,
    title: 'This dataset is made from a bundled package',
    meaning:
      'The folder of packages has one of this id, which is published again whenever the server starts. Upload under another id, or change the package.',
  },
  'upload-conflict': {
    status: 409,
    title: 'The upload does not stand where the request thinks',
    meaning:
      'Its bytes end elsewhere (the header “Upload-Offset” of the answer says where), another request is sending to it, or its import has begun.',
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'A body may have 256 kB. Ask in several requests.',
  },
  'upload-too-large': {
    status: 413,
    title: 'The upload is too large',
    meaning:
      'The file has more bytes than this server takes. The limit is a setting: ANNALS_LIMIT_FILE_BYTES.',
  },
  'address-too-long': {
    status: 414,
    title: 'The address is too long',
    meaning:
      'The query of an address may have 8,000 characters, since servers and proxies between refuse more. Select a parent instead of many actors, or fewer values.',
  },
  'bad-media-type': {
    status: 415,
    title: 'The body is not declared as JSON',
    meaning: 'Send the body with the header “Content-Type: application/json”.',
  },
  'bad-mapping': {
    status: 422,
    title: 'The mapping does not fit the file',
    meaning:
      'The mapping is not one, names columns that the file does not have, or answers a question with what is no option. The detail says what.',
  },
  'unsettled-mapping': {
    status: 422,
    title: 'The import must be told something',
    meaning:
      'The file does not settle how it is to be read, such as whether 03/04 is in March or April. The list “errors” has each question with its options; send the answers, or a mapping.',
  },
  'refused-file': {
    status: 422,
    title: 'The file holds no series of events',
    meaning:
      'It cannot be read, is larger than a limit, has no dates, or holds totals and no events. The list “errors” has the reasons.',
  },
  'unusable-rows': {
    status: 422,
    title: 'No row of the file can be used',
    meaning: 'Every row is a problem, so nothing was published. The list “errors” has the first of them.',
  },
  'import-stopped': {
    status: 422,
    title: 'The import was stopped',
    meaning:
      'It took more time or memory than this server allows (ANNALS_IMPORT_SECONDS, ANNALS_IMPORT_MB), was cancelled, or broke off. Nothing was published.',
  },
  'too-many-uploads': {
    status: 429,
    title: 'Too much is being uploaded or imported',
    meaning:
      'As many uploads wait, or imports run, as this server allows (ANNALS_UPLOADS, ANNALS_IMPORTS). “Retry-After” says when to try again.',
  },
  'too-many-requests': {
    status: 429,
    title: 'Too much is asked at once from one place',
    meaning:
      'As many requests of one client wait as this server lets wait, or as many of its files are being read. “Retry-After” says when to try again. Behind a proxy all readers are one client until ANNALS_TRUST_PROXY says otherwise.',
  },
  'internal-error': {
    status: 500,
    title: 'The server failed',
    meaning:
      'Something broke that should not. The request was not answered; the log of the server says more. Trying again does no harm.',
  },
  busy: {
    status: 503,
    title: 'The server is busy',
    meaning:
      'Too much waits, the turn of this request did not come in time, or it took longer than one request may. Nothing is wrong with the address or the data. “Retry-After” says when to try again.',
  },
  'damaged-revision': {
    status: 503,
    title: 'The data of this dataset are damaged',
    meaning:
      'A file of the revision is missing, torn or not what its name promises, or the package it is made from cannot be imported. The list “errors” names the file and, where known, row and column. Other datasets are not affected.',
  },
} as const satisfies Record<string, ProblemKind>;

/** Codes of single keys of an address. They stand in the list “errors”, or are the code of the answer where all agree. */
const ISSUE_KINDS: Readonly<Record<IssueCode, ProblemKind>> = {
  'unknown-key': {
    status: 400,
    title: 'A key of the address is not known',
    meaning: 'The address holds a key that means nothing here, perhaps misspelt. docs/url.md lists the keys.',
  },
  'unknown-version': {
    status: 400,
    title: 'The address is of a newer Annals',
    meaning:
      'The key “v” names a version of the grammar of addresses that is not known here, so what the others mean is not known either. Open it where it was made, or leave “v” out and look at what is shown.',
  },
  'repeated-key': {
    status: 400,
    title: 'A key stands more than once',
    meaning: 'Keys that hold one value may stand once. Lists may stand several times and are joined.',
  },
  'bad-value': {
    status: 400,
    title: 'A value cannot be read',
    meaning:
      'The value is none of those the key can have, or is not a date. The message says what it can be.',
  },
  'too-long': {
    status: 400,
    title: 'A value is too long',
    meaning: 'One value may have 200 characters, one list 400 values.',
  },
  'unknown-id': {
    status: 400,
    title: 'An id is not known',
    meaning:
      'The series has no actor, type, region or other value of this id in this revision. It matches nothing, so that a misspelt id never means “all”.',
  },
  'reversed-window': {
    status: 400,
    title: 'The window ends before it begins',
    meaning: '“from” lies after “to”, so no day is inside. Swap them.',
  },
  'mixed-initiators': {
    status: 400,
    title: 'State operations and attacks do not add up',
    meaning: 'Operations started by the state are never added to attacks: “initiator=state” stands alone.',
  },
  'too-many-bins': {
    status: 400,
    title: 'The bin is too fine for the window',
    meaning:
      'The window would fall into more than 2,000 bins, unless they are years. Choose a coarser bin or a shorter window.',
  },
  'unknown-revision': {
    status: 404,
    title: 'There is no such revision',
    meaning:
      'The address names a revision that is not kept here, or by a prefix that several share. The current revision is at the same address without “r”; its figures may differ.',
  },
  'revision-removed': {
    status: 410,
    title: 'The revision was removed',
    meaning:
      'The address names a revision that was here and was taken away on purpose; the detail says when and why. Where the dataset has others, the current revision is at the same address without “r”; its figures may differ.',
  },
  'unknown-incident': {
    status: 404,
    title: 'There is no such incident',
    meaning: 'The revision holds no incident of this id.',
  },
};

/** Every problem code with its status, title and paragraph. Codes are stable: scripts look for them. */
export const PROBLEM_KINDS = { ...ANSWER_KINDS, ...ISSUE_KINDS } as const;

export type ProblemCode = keyof typeof PROBLEM_KINDS;

/** Whether a text is a problem code. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEM_KINDS, text);
}
