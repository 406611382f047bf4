import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';
import {
	type LockTaker,
	otherHostIsBelieved,
	takeLock,
} from '../../source/store/lock.ts';
import {contoso, northwind} from '../contract/ledger-fixtures.ts';
import {now, temporaryHome} from './temporary-home.ts';
import {factsOf} from './thrown.ts';

const pair = {source: northwind, destination: contoso};

const here: LockTaker = {
	now,
	pid: process.pid,
	host: 'here',
	terminal: '/dev/pts/3',
};

/** The number of a process that has ended. */
function deadPid(): number {
	return spawnSync(process.execPath, ['--version']).pid;
}

/** Every file below a folder. */
function filesBelow(folder: string): readonly string[] {
	return fs
		.readdirSync(folder, {recursive: true, withFileTypes: true})
		.filter((entry) => entry.isFile())
		.map(({parentPath, name}) => path.join(parentPath, name));
}

test('who holds the lock is told to whoever comes second', () => {
	const home = temporaryHome();
	takeLock(home, pair, here);

	const facts = factsOf(() => takeLock(home, pair, {...here, terminal: 'x'}));

	expect(facts).toMatchObject({
		code: 'locked',
		holder: {
			pid: process.pid,
			host: 'here',
			terminal: '/dev/pts/3',
			since: '2026-11-22T10:15:30.123Z',
			source: 'https://northwind.example',
			destination: 'https://contoso.example',
		},
	});
	expect(fs.existsSync(facts.path)).toBe(true);
});

test('a released lock can be taken again, and again', () => {
	const home = temporaryHome();

	for (let time = 0; time < 12; time++) {
		takeLock(home, pair, here).release();
	}

	takeLock(home, pair, here);
	expect(factsOf(() => takeLock(home, pair, here)).code).toBe('locked');
	expect(filesBelow(home)).toHaveLength(1);
});

test('every pair has a lock of its own, also back and forth', () => {
	const home = temporaryHome();
	takeLock(home, pair, here);

	const back = {source: contoso, destination: northwind};

	expect(() => takeLock(home, back, here)).not.toThrow();
	expect(factsOf(() => takeLock(home, back, here)).code).toBe('locked');
});

test('a pair is locked by its ids, whatever its sites are called now', () => {
	const home = temporaryHome();
	takeLock(home, pair, here);

	const renamed = {
		...pair,
		source: {...northwind, name: 'NW', url: 'https://x'},
	};

	expect(factsOf(() => takeLock(home, renamed, here)).code).toBe('locked');
});

test('the lock of a dead process of this host is taken over', () => {
	const home = temporaryHome();
	const dead = takeLock(home, pair, {...here, pid: deadPid()});

	const mine = takeLock(home, pair, here);
	dead.release();

	expect(factsOf(() => takeLock(home, pair, here)).code).toBe('locked');
	mine.release();
	expect(() => takeLock(home, pair, here)).not.toThrow();
});

test('the number of a dead process does not shield its lock when another process has it', () => {
	const home = temporaryHome();
	takeLock(home, pair, here);
	const [file = ''] = filesBelow(home);
	const holder = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<
		string,
		unknown
	>;
	fs.writeFileSync(file, JSON.stringify({...holder, birth: '1'}));

	expect(() => takeLock(home, pair, here)).not.toThrow();
});

test('the lock of another host is respected, dead or not', () => {
	const home = temporaryHome();
	takeLock(home, pair, {...here, host: 'elsewhere', pid: deadPid()});

	const facts = factsOf(() => takeLock(home, pair, here));

	expect(facts).toMatchObject({code: 'locked', holder: {host: 'elsewhere'}});
});

test('the lock of another host is taken over when it is too old to be true', () => {
	const home = temporaryHome();
	takeLock(home, pair, {...here, host: 'elsewhere'});
	const after = (milliseconds: number) => ({
		...here,
		now: () => new Date(now().getTime() + milliseconds),
	});

	const late = after(otherHostIsBelieved - 1);
	expect(factsOf(() => takeLock(home, pair, late)).code).toBe('locked');

	const tooLate = after(otherHostIsBelieved);
	expect(() => takeLock(home, pair, tooLate)).not.toThrow();
});

test('a lock that can not be read was left by a crash and is taken over', () => {
	for (const text of ['', '{"pid":', '[]', '{"pid": -1}']) {
		const home = temporaryHome();
		takeLock(home, pair, here);
		const [file = ''] = filesBelow(home);
		fs.writeFileSync(file, text);

		expect(() => takeLock(home, pair, here)).not.toThrow();
	}
});

test('a lock folder in which no number can be had is told', () => {
	const home = temporaryHome();
	takeLock(home, pair, here).release();
	const [file = ''] = filesBelow(home);
	const claims = path.dirname(path.dirname(file));
	fs.mkdirSync(path.join(claims, '9'.repeat(15)));

	expect(factsOf(() => takeLock(home, pair, here)).code).toBe('unusable');
});

test('a lock released twice does not set free who took it since', () => {
	const home = temporaryHome();
	const first = takeLock(home, pair, here);
	first.release();
	takeLock(home, pair, here);

	first.release();

	expect(factsOf(() => takeLock(home, pair, here)).code).toBe('locked');
});

test('a lock is released without harm where its home is gone', () => {
	const home = temporaryHome();
	const lock = takeLock(home, pair, here);
	fs.rmSync(home, {recursive: true});

	expect(() => {
		lock.release();
	}).not.toThrow();
});

test('a home that can not hold a lock is told', () => {
	const home = temporaryHome();
	fs.writeFileSync(path.join(home, 'locks'), '');

	expect(factsOf(() => takeLock(home, pair, here)).code).toBe('unusable');
});
