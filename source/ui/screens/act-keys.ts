import {type ActStage, type InvitePart} from '../act-state.ts';
import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	menuKeys,
	scrollIn,
} from '../bindings.ts';
import {cursorOf} from '../cursors.ts';
import {type KeyId} from '../keys.ts';
import {
	actObstacle,
	actWords,
	confirmationOf,
	isConfirmedBy,
} from '../act-words.ts';
import {type ListedItem, type PreparedAct} from '../services.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';
import {typedText} from '../state-facts.ts';
import {doneLines} from './act-lines.ts';
import {answerMenu, inviteMenu} from './act-menus.ts';
import {tableKeys} from './table-keys.ts';

export const actKeys: ScreenKeys = (state, size) => {
	const {stage} = state.act;

	if (state.saving.type !== 'none') {
		return [{...back, label: 'close'}, help];
	}

	switch (stage.type) {
		case 'none': {
			return [back, help];
		}

		case 'preparing': {
			return [{...back, label: 'stop'}, help];
		}

		case 'ready': {
			return readyKeys(state, stage.act, size);
		}

		case 'choosing': {
			return stage.act.kind === 'invite'
				? [...menuKeys(state, inviteMenu(state, stage.act, stage.part)), back]
				: [back];
		}

		case 'confirming': {
			return confirmingKeys(state, stage.act);
		}

		case 'working': {
			return [
				{key: 'stop', label: stage.isStopping ? 'end at once' : 'stop'},
				help,
			];
		}

		case 'done': {
			return doneKeys(state, stage, size);
		}

		case 'failed': {
			return [
				bind('actAgain', 'try again', {type: 'act-repeated'}),
				back,
				help,
			];
		}
	}
};

function readyKeys(
	state: SessionState,
	act: PreparedAct,
	size: Size,
): readonly Binding[] {
	// A table elsewhere has a row of tabs above it.
	const table = tableKeys(state, 'act', {...size, rows: size.rows + 1});

	if (state.tables.act.opened !== undefined || state.isFiltering) {
		return table;
	}

	return [
		...(act.kind === 'verify' ? [] : [carryOutKey(act)]),
		...(act.kind === 'follow-up' ? [tickKey(state, act.items)] : []),
		...(act.kind === 'invite' ? inviteKeys : []),
		...table,
		...(act.kind === 'verify'
			? [
					bind('saveRows', 'export', {
						type: 'save-asked',
						saved: {what: 'checks', run: act.run, checks: act.checks},
					}),
				]
			: []),
		bind('actAgain', 'look again', {type: 'act-repeated'}),
		back,
		help,
	];
}

function carryOutKey(act: PreparedAct): Binding {
	return bindUnless(actObstacle(act), 'carryOut', actWords[act.kind].verb, {
		type: 'act-confirming',
	});
}

function tickKey(state: SessionState, items: readonly ListedItem[]): Binding {
	const {rows} = state.tables.act;
	const row = rows?.at(cursorOf(state.cursors, 'act'));
	const item = items.find(({id}) => id === row?.id);
	return bindUnless(
		item === undefined ? 'There is nothing to tick off.' : undefined,
		'tickItem',
		item?.isDone === true ? 'untick' : 'tick off',
		{
			type: 'item-ticked',
			item: item?.id ?? '',
			isDone: item?.isDone !== true,
		},
	);
}

const inviteKeys: readonly Binding[] = (
	[
		['inviteProject', 'project', 'toProject'],
		['inviteOrganization', 'organization', 'organization'],
		['inviteDomain', 'domain', 'domain'],
	] as ReadonlyArray<readonly [KeyId, string, InvitePart]>
).map(([key, label, part]) => bind(key, label, {type: 'act-choosing', part}));

function confirmingKeys(
	state: SessionState,
	act: PreparedAct,
): readonly Binding[] {
	const confirmation = confirmationOf(act);

	if (confirmation.answer === undefined) {
		return [...menuKeys(state, answerMenu(act)), back, help];
	}

	const isConfirmed = isConfirmedBy(
		confirmation,
		typedText(state, 'act-answer'),
	);
	return [
		bindUnless(
			isConfirmed ? undefined : 'What is typed does not match yet.',
			'choose',
			confirmation.yes,
			{type: 'act-confirmed'},
		),
		back,
	];
}

function doneKeys(
	state: SessionState,
	stage: Extract<ActStage, {readonly type: 'done'}>,
	{columns, rows}: Size,
): readonly Binding[] {
	const lines = doneLines(state.act, stage, columns).length;
	const isWhole = stage.summary.ending === 'finished';
	return [
		bind('choose', 'what next', {type: 'went-back'}),
		bind('actAgain', isWhole ? 'look again' : 'go on with the rest', {
			type: 'act-repeated',
		}),
		...scrollIn(state, 'details', {lines, rows}),
		back,
		help,
	];
}
