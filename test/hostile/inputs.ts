import fc from 'fast-check';

/** What has broken programs of this kind: escape sequences, formulas, prototype names, odd Unicode, things that look like something else. */
const nasty = fc.constantFrom(
	'\u{1B}[2J\u{1B}[31mred',
	'\u{9B}31m',
	'\u{1B}]0;title\u{7}',
	'\u{1B}]8;;https://evil.example\u{1B}\\click\u{1B}]8;;\u{1B}\\',
	'\u{202E}gnp.exe',
	'\u{FEFF}bom',
	'a\r\nb\tc',
	'\0',
	'=HYPERLINK("https://evil.example","x")',
	'@SUM(1+1)',
	'__proto__',
	'constructor',
	'toString',
	'../../../etc/passwd',
	'{name}',
	'%s%n%00',
	'"',
	"';DROP TABLE runs;--",
	'\u{D800}',
	'🏳️‍🌈'.repeat(50),
	'A'.repeat(5000),
	'a'.repeat(200) + '!',
	'-1',
	'1e999',
	'NaN',
	'',
);

export const hostileText = fc.oneof(
	nasty,
	fc.string({unit: 'binary', maxLength: 60}),
	fc.string({unit: 'grapheme', maxLength: 60}),
	fc.tuple(nasty, nasty).map(([one, other]) => one + other),
);

const options = fc.constantFrom(
	'--from',
	'--to',
	'--projects',
	'--customers',
	'--duplicates',
	'--rename-as',
	'--decisions',
	'--map',
	'--missing-atlassian',
	'--inactive',
	'--activity',
	'--emails',
	'--email-domain',
	'--max-rate',
	'--limit',
	'--json',
	'--yes',
	'--format',
	'--name',
	'--email',
	'--as',
	'--version',
	'--help',
	'-h',
	'--',
	'-',
	'--no-keychain',
	'--token-stdin',
);

/** Commands that end by themselves; the demo and the practice sites do not. */
const commands = fc.constantFrom(
	'plan',
	'copy',
	'resume',
	'report',
	'runs',
	'sites',
	'support',
);

/** Arguments: a command or something else, then options and values in any order. No address that could be reached. */
export const hostileArguments = fc
	.tuple(
		fc.oneof(commands, hostileText),
		fc.array(
			fc.oneof(
				options,
				hostileText,
				fc.constantFrom('list', 'add', 'remove', 'test', 'all', 'IT', 'A=B'),
				fc.tuple(options, hostileText).map((pair) => pair.join('=')),
			),
			{maxLength: 8},
		),
	)
	.map(([command, rest]) => [command, ...rest])
	// A NUL can't be in an argument of a process, and two commands would not end.
	.map((words) => words.map((word) => word.replaceAll('\0', '')))
	.filter((words) => !words.includes('practice') && !words.includes('demo'));

/** A table that is almost right. */
export function hostileTable(columns: readonly string[]): fc.Arbitrary<string> {
	const cell = fc.oneof(
		hostileText,
		fc.constantFrom('organization', 'rename', 'map', 'skip', '1', '"a""b"'),
	);
	const row = fc.array(cell, {maxLength: 8}).map((cells) => cells.join(','));
	const header = fc.oneof(
		{weight: 4, arbitrary: fc.constant(columns.join(','))},
		{weight: 1, arbitrary: row},
	);
	return fc.oneof(
		hostileText,
		fc
			.tuple(header, fc.array(row, {maxLength: 10}))
			.map(([first, rows]) => [first, ...rows].join('\n')),
	);
}

/** Any JSON, also with the names that settings and answers have, and not always whole. */
export const hostileJson = fc
	.oneof(
		fc.json({stringUnit: 'binary'}),
		fc
			.dictionary(
				fc.oneof(
					hostileText,
					fc.constantFrom(
						'version',
						'sites',
						'pairs',
						'preferences',
						'values',
						'isLastPage',
						'accountId',
						'displayName',
						'errorMessages',
						'errorMessage',
						'errors',
						'deploymentType',
						'baseUrl',
					),
				),
				fc.oneof(fc.jsonValue(), hostileText, fc.constantFrom(1, true)),
			)
			.map((value) => JSON.stringify(value)),
	)
	.chain((text) =>
		fc.oneof(
			{weight: 3, arbitrary: fc.constant(text)},
			{
				weight: 1,
				arbitrary: fc
					.nat({max: text.length})
					.map((length) => text.slice(0, length)),
			},
		),
	);
