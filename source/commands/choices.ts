import {readFileSync} from 'node:fs';
import {type Choices} from '../migration/choices.ts';
import {isEmail} from '../migration/match.ts';
import {parseEmails} from './email-file.ts';
import {CommandError} from './command-error.ts';

/** What the command line says about a copy, as commander hands it over. */
export type CopyOptions = {
	readonly from?: string;
	readonly to?: string;
	readonly projects?: string;
	readonly customers: Choices['customers'];
	readonly duplicates: Choices['duplicates'];
	readonly renameAs: string;
	readonly decisions?: string;
	readonly map: readonly string[];
	readonly missingAtlassian: Choices['missingAtlassian'];
	readonly inactive: Choices['inactive'];
	readonly emails?: string;
	readonly emailDomain: readonly string[];
	readonly activity: Choices['activity'];
	readonly proposed: Choices['proposed'];
	readonly placeholder: readonly string[];
	readonly maxRate?: number;
	readonly limit?: number;
};

/**
Turns options into choices.

@throws CommandError where a file or a pair of names is wrong.
*/
export function readChoices(options: CopyOptions): Choices {
	const {customers, duplicates, renameAs, missingAtlassian, inactive, limit} =
		options;
	const {activity, proposed, placeholder} = options;

	if (!renameAs.includes('{name}')) {
		throw new CommandError(
			`--rename-as ${JSON.stringify(renameAs)} lacks {name}, so every organization would get the same name.`,
			"Use a pattern such as '{name} ({site})'.",
		);
	}

	return {
		customers,
		duplicates,
		renameAs,
		missingAtlassian,
		inactive,
		emails:
			options.emails === undefined
				? {}
				: parseEmails(readText(options.emails, '--emails'), options.emails),
		emailDomains: readEmailDomains(options.emailDomain),
		activity,
		proposed,
		placeholders: placeholder,
		...(limit !== undefined && {limit}),
	};
}

/** New email domains by old ones. A sign before a domain, as in an email, does no harm. */
function readEmailDomains(
	texts: readonly string[],
): Readonly<Record<string, string>> {
	const domains = new Map<string, string>();

	for (const pair of readPairs(texts, '--email-domain')) {
		const [from, to] = pair.map((text) => readDomain(text)) as [string, string];

		if (domains.has(from) && domains.get(from) !== to) {
			throw new CommandError(
				`--email-domain gives ${from} two new domains.`,
				'Leave one of them.',
			);
		}

		domains.set(from, to);
	}

	return Object.fromEntries(domains);
}

function readDomain(text: string): string {
	const domain = text.replace(/^@/v, '').toLowerCase();

	if (!isEmail(`somebody@${domain}`)) {
		throw new CommandError(
			`--email-domain: ${JSON.stringify(text)} is no email domain.`,
			'Write it as --email-domain old.example=new.example.',
		);
	}

	return domain;
}

/** Keys of source projects, or all of them. */
export function readProjects(
	projects: string | undefined,
): readonly string[] | 'all' {
	const keys = projects
		?.split(',')
		.map((key) => key.trim())
		.filter((key) => key !== '');

	if (keys === undefined || keys.length === 0) {
		throw new CommandError(
			'No service project is chosen.',
			'Name them with --projects, such as --projects IT,HR, or take --projects all.',
		);
	}

	return keys.length === 1 && keys[0] === 'all' ? 'all' : keys;
}

export function readMap(
	map: readonly string[],
): Readonly<Record<string, string>> {
	return Object.fromEntries(readPairs(map, '--map'));
}

export function readText(file: string, option: string): string {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		throw new CommandError(
			`The file ${file} after ${option} can’t be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
			'Check its name and permissions.',
		);
	}
}

/** `OLD=NEW` as a pair. */
function readPairs(
	texts: readonly string[],
	option: string,
): ReadonlyArray<readonly [string, string]> {
	return texts.map((text) => {
		const [from = '', to = '', ...rest] = text
			.split('=')
			.map((part) => part.trim());

		if (from === '' || to === '' || rest.length > 0) {
			throw new CommandError(
				`${option} ${JSON.stringify(text)} is no pair.`,
				`Write it as ${option} OLD=NEW.`,
			);
		}

		return [from, to];
	});
}
