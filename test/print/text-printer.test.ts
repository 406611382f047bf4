import {expect, test} from 'vitest';
import {type EngineEvent} from '../../source/migration/events.ts';
import {createTextPrinter} from '../../source/print/text-printer.ts';
import {copyAll} from '../helpers/engine-copy.ts';
import {created} from '../helpers/engine-events.ts';
import {customer} from '../helpers/engine-people.ts';
import {createStory} from '../helpers/engine-story.ts';

function print(events: readonly EngineEvent[]): readonly string[] {
	let text = '';
	const printer = createTextPrinter(
		(more) => {
			text += more;
		},
		() => new Date(0),
	);

	for (const event of events) {
		printer.event(event);
	}

	return text.split('\n').filter((line) => line !== '');
}

test('each phase with something to do is told once, when it is over', async () => {
	const {events} = await copyAll(createStory());
	const lines = print(events).filter((line) => line.endsWith(' done'));
	expect(lines.toSorted()).toEqual([
		'Customers: 4 of 4 done',
		'Memberships: 12 of 12 done',
		'Organizations: 2 of 2 done',
		'Project access: 4 of 4 done',
		'Project links: 6 of 6 done',
	]);
});

test('a phase that begins beside another tells nothing about it', () => {
	const totals = {
		organizations: 0,
		customers: 2,
		memberships: 1,
		projectLinks: 0,
		projectAccess: 0,
		activity: 0,
	};
	const started: readonly EngineEvent[] = [
		{type: 'run-started', run: 'r1', totals},
		{type: 'phase-started', phase: 'customers'},
		created(customer('anna')),
		{type: 'phase-started', phase: 'memberships'},
	];
	expect(print(started)).toEqual(['Run r1 has begun.']);
	const over = [
		...started,
		created(customer('ben')),
		{type: 'phase-finished', phase: 'customers'} as const,
	];
	expect(print(over).at(-1)).toBe('Customers: 2 of 2 done');
});
