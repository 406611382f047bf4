import {expect, test} from 'vitest';
import {pairProjects} from '../../source/migration/pair-projects.ts';
import {counterpart, project} from '../helpers/engine-people.ts';

const [it, hr, lab] = ['IT', 'HR', 'LAB'].map((key) => project(key));

test('a project’s counterpart is the one of the same key', () => {
	const there = {...project('IT'), id: '7', name: 'Help desk'};
	expect(pairProjects([it!], [project('HR'), there], {})).toEqual([
		{from: it, to: there},
	]);
});

test('a counterpart that the admin named goes before the one of the same key', () => {
	const map = {...counterpart('IT', 'LAB'), ...counterpart('HR', 'IT')};
	const pairs = pairProjects([it!, hr!], [it!, lab!], map);
	expect(pairs).toEqual([
		{from: it, to: lab},
		{from: hr, to: it},
	]);
});

test('two projects may have one counterpart', () => {
	const map = counterpart('HR', 'IT');
	const pairs = pairProjects([it!, hr!], [it!], map);
	expect(pairs.map(({to}) => to)).toEqual([it, it]);
});

test('a project without a counterpart stands alone', () => {
	const map = counterpart('HR', 'LAB');
	expect(pairProjects([it!, hr!], [], map)).toEqual([{from: it}, {from: hr}]);
});

test('a project named like a property of objects is no exception', () => {
	const odd = project('constructor');
	expect(pairProjects([odd], [it!], {})).toEqual([{from: odd}]);
});
