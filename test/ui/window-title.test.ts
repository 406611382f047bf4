import {PassThrough} from 'node:stream';
import {type WriteStream} from 'node:tty';
import {expect, test} from 'vitest';
import {createSession} from '../../source/ui/session.ts';
import {
	type WindowFeatures,
	showInWindow,
	windowFeatures,
} from '../../source/ui/window-title.ts';
import {createUiClock} from '../helpers/ui-clock.ts';
import {createUiServices} from '../helpers/ui-services.ts';

/** What is written while a copy between two sites of these names begins and is paused. */
function writtenDuringCopy(
	features: WindowFeatures,
	source = 'Northwind',
): string {
	const services = createUiServices();
	const session = createSession(services, createUiClock());
	const output = new PassThrough({encoding: 'utf8'});
	const leave = showInWindow(
		session,
		output as unknown as WriteStream,
		features,
	);
	session.dispatch({
		type: 'copy-begun',
		task: {type: 'run', run: '2026-11-23-a1'},
		source,
		destination: 'Contoso',
	});
	session.dispatch({
		type: 'copy-told',
		event: {
			type: 'run-started',
			run: '2026-11-23-a1',
			totals: {
				organizations: 0,
				customers: 3,
				memberships: 0,
				projectLinks: 0,
				projectAccess: 0,
				activity: 0,
			},
		},
	});
	session.dispatch({
		type: 'copy-told',
		event: {
			type: 'customer-linked',
			customer: 'c1',
			email: 'ada@acme.example',
			destinationId: 'd1',
		},
	});
	session.dispatch({type: 'pace-asked', change: 'pause'});
	session.close();
	leave();
	return String(output.read());
}

test('the window shows how far the copy is, and is as before afterwards', () => {
	const written = writtenDuringCopy({hasTitle: true, hasProgress: true});
	expect(written.split('\u{1B}').filter((part) => part !== '')).toEqual([
		'[22;2t',
		']2;jsm-ferry\u{7}',
		']2;jsm-ferry: 0 % Northwind → Contoso\u{7}',
		']9;4;1;0\u{7}',
		']2;jsm-ferry: 33 % Northwind → Contoso\u{7}',
		']9;4;1;33\u{7}',
		']2;jsm-ferry: 33 %, paused Northwind → Contoso\u{7}',
		']9;4;4;33\u{7}',
		']9;4;0;0\u{7}',
		']2;\u{7}',
		'[23;2t',
	]);
});

test('a name can’t steer the terminal from the title', () => {
	const written = writtenDuringCopy(
		{hasTitle: true, hasProgress: false},
		'evil\u{7}\u{1B}[2J',
	);
	expect(written).not.toContain('\u{1B}[2J');
	expect(written).not.toContain('evil\u{7}');
	expect(written).not.toContain(']9;4');
});

test('where there is no window, nothing is written', () => {
	expect(writtenDuringCopy({hasTitle: false, hasProgress: false})).toBe('null');
});

test.each([
	{lines: ['TERM=dumb'], hasTitle: false, hasProgress: false},
	{lines: ['TERM=linux'], hasTitle: false, hasProgress: false},
	{lines: [], hasTitle: false, hasProgress: false},
	{lines: ['TERM=xterm-256color'], hasTitle: true, hasProgress: false},
	{lines: ['TERM=xterm', 'WT_SESSION=a'], hasTitle: true, hasProgress: true},
	{
		lines: ['TERM=xterm', 'VTE_VERSION=8000'],
		hasTitle: true,
		hasProgress: true,
	},
	{
		lines: ['TERM=tmux', 'WT_SESSION=a', 'TMUX=/tmp/a'],
		hasTitle: true,
		hasProgress: false,
	},
])(
	'$lines has a title: $hasTitle, progress: $hasProgress',
	({lines, ...features}) => {
		const environment = Object.fromEntries(
			lines.map((line): [string, string] => {
				const [name = '', value = ''] = line.split('=', 2);
				return [name, value];
			}),
		);
		expect(windowFeatures(environment)).toEqual(features);
	},
);
