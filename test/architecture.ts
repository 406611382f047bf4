import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import {expect, test} from 'vitest';

/** A room may import from itself and from the rooms listed. */
const arrows: Readonly<Record<string, readonly string[]>> = {
	migration: [],
	text: [],
	practice: [],
	jira: ['migration', 'text'],
	store: ['migration'],
	print: ['migration', 'text'],
	ui: ['migration', 'text'],
	commands: ['migration', 'text', 'jira', 'store', 'practice', 'print'],
	cli: [
		'migration',
		'text',
		'jira',
		'store',
		'practice',
		'print',
		'commands',
		'ui',
	],
};

/** Inside the screens: what is listed may be imported; `ui` stands for files in the folder itself. */
const screenArrows: Readonly<Record<string, readonly string[]>> = {
	screens: ['components', 'hooks', 'present', 'ui'],
	components: ['present', 'ui'],
	hooks: ['ui'],
	present: [],
	ui: ['screens', 'components', 'hooks', 'present'],
};

/** Packages the engine may use: pure, without disk, network or screen. */
const purePackages: ReadonlySet<string> = new Set(['p-map']);

type Import = {
	readonly from: string;
	readonly to: string;
};

const root = path.join(import.meta.dirname, '..');

function sourceFiles(): readonly string[] {
	const files = globSync('source/**/*.{ts,tsx}', {cwd: root});
	return ['cli.tsx', ...files].filter((file) => file.length > 0);
}

function importsOf(file: string, text: string): readonly Import[] {
	return ts.preProcessFile(text).importedFiles.map(({fileName}) => ({
		from: file,
		to: fileName.startsWith('.')
			? path.posix.join(path.posix.dirname(file), fileName)
			: fileName,
	}));
}

/** `source/jira/client.ts` is in the room `jira`. */
function roomOf(file: string): string {
	return file === 'cli.tsx' ? 'cli' : (file.split('/', 2)[1] ?? '');
}

/** `source/ui/screens/home.tsx` is in the corridor `screens`, `source/ui/app.tsx` in `ui` itself. */
function corridorOf(file: string): string {
	const parts = file.split('/');
	return parts.length > 3 ? (parts[2] ?? '') : 'ui';
}

function isOurs(to: string): boolean {
	return to.startsWith('source/') || to === 'cli.tsx';
}

function isForbidden({from, to}: Import): boolean {
	const room = roomOf(from);

	if (!isOurs(to)) {
		return room === 'migration' && !purePackages.has(to);
	}

	// The screens say what they need from outside; whoever provides it has to know the words.
	if (room === 'commands' && to === 'source/ui/services.ts') {
		return false;
	}

	if (room !== roomOf(to)) {
		return !arrows[room]?.includes(roomOf(to));
	}

	return (
		room === 'ui' &&
		corridorOf(from) !== corridorOf(to) &&
		!screenArrows[corridorOf(from)]?.includes(corridorOf(to))
	);
}

function allImports(): readonly Import[] {
	return sourceFiles().flatMap((file) =>
		importsOf(file, readFileSync(path.join(root, file), 'utf8')),
	);
}

test('every file imports only to the right', () => {
	expect(allImports().filter((one) => isForbidden(one))).toEqual([]);
});

test('an import against the arrows is found', () => {
	const forbidden = [
		['source/migration/plan.ts', "import fs from 'node:fs';"],
		['source/migration/plan.ts', "import {x} from '../jira/client.ts';"],
		['source/jira/client.ts', "import {x} from '../practice/world.ts';"],
		['source/practice/world.ts', "import {x} from '../jira/wire.ts';"],
		['source/print/text.ts', "import {x} from '../ui/theme.ts';"],
		['source/ui/app.tsx', "import {x} from '../store/ledger.ts';"],
		['source/ui/components/bar.tsx', "import {x} from '../hooks/use-x.ts';"],
		['source/ui/hooks/use-x.ts', "import {x} from '../screens/home.tsx';"],
		['source/store/ledger.ts', "const x = await import('../ui/app.tsx');"],
	] as const;

	for (const [file, text] of forbidden) {
		expect(importsOf(file, text).some((one) => isForbidden(one))).toBe(true);
	}
});

test('every room has its arrows', () => {
	const rooms = new Set(sourceFiles().map((file) => roomOf(file)));
	expect([...rooms].filter((room) => !Object.hasOwn(arrows, room))).toEqual([]);
});

test('no two files import each other, over any number of others', () => {
	const graph = Map.groupBy(allImports(), ({from}) => from);
	const done = new Set<string>();
	const cycles: string[] = [];

	const visit = (file: string, trail: readonly string[]): void => {
		if (trail.includes(file)) {
			cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
		} else if (!done.has(file)) {
			for (const {to} of graph.get(file) ?? []) {
				visit(to, [...trail, file]);
			}

			done.add(file);
		}
	};

	for (const file of sourceFiles()) {
		visit(file, []);
	}

	expect(cycles).toEqual([]);
});

test('only cli.tsx reads arguments and environment, and ends the process', () => {
	const knowing = sourceFiles().filter((file) => {
		const text = readFileSync(path.join(root, file), 'utf8');
		return /\bprocess\.(?:argv|env|exit)/v.test(text);
	});
	expect(knowing.filter((file) => file !== 'cli.tsx')).toEqual([]);
});
