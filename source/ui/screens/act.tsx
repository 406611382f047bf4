import {Box} from 'ink';
import {number} from '../../migration/quantity.ts';
import {duration} from '../../text/duration.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type ActStage} from '../act-state.ts';
import {Bar} from '../components/bar.tsx';
import {Browser} from '../components/browser.tsx';
import {Explained} from '../components/explained.tsx';
import {Field} from '../components/field.tsx';
import {Lines} from '../components/lines.tsx';
import {MenuList} from '../components/menu-list.tsx';
import {Saving} from '../components/saving.tsx';
import {Scroll} from '../components/scroll.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {Waiting} from '../components/waiting.tsx';
import {cursorOf} from '../cursors.ts';
import {fieldOf} from '../fields.ts';
import {actSize, actWords, confirmationOf} from '../act-words.ts';
import {actSummary} from '../act-summary.ts';
import {type Line, blank, line, span} from '../present/line.ts';
import {signs} from '../present/signs.ts';
import {wrap, wrapToFit} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type PreparedAct} from '../services.ts';
import {type SessionState} from '../session-state.ts';
import {actKeys} from './act-keys.ts';
import {actHead, doneLines} from './act-lines.ts';
import {answerMenu, inviteMenu} from './act-menus.ts';

/** An act that follows a run, from what it would do to what it came to. */
function ActView({state, size}: ScreenProps) {
	const {act, saving} = state;
	const {stage} = act;
	const {columns, rows} = size;

	if (saving.type !== 'none') {
		return <Saving saving={saving} columns={columns} />;
	}

	switch (stage.type) {
		case 'none': {
			return null;
		}

		case 'preparing': {
			return <Preparing state={state} size={size} />;
		}

		case 'ready': {
			return <Ready state={state} size={size} act={stage.act} />;
		}

		case 'choosing': {
			return <Choosing state={state} size={size} stage={stage} />;
		}

		case 'confirming': {
			return <Confirming state={state} size={size} act={stage.act} />;
		}

		case 'working': {
			return <Working state={state} size={size} stage={stage} />;
		}

		case 'done': {
			return (
				<Scroll
					lines={doneLines(act, stage, columns)}
					rows={rows}
					offset={cursorOf(state.cursors, 'details')}
				/>
			);
		}

		case 'failed': {
			return <Explained explanation={stage.explanation} columns={columns} />;
		}
	}
}

function Preparing({state, size: {columns}}: ScreenProps) {
	const {request, progress} = state.act;
	const words = request === undefined ? '' : actWords[request.kind].preparing;
	return (
		<Box flexDirection="column">
			<Waiting>{words}</Waiting>
			<Lines
				lines={[
					line(
						`${number(progress.calls)} answers so far, ${elapsed(state)}. Nothing is written.`,
						'quiet',
					),
					...waitLines(state),
					...progress.told.flatMap((told) =>
						wrap(neutralise(told), columns).map((row) => line(row)),
					),
				]}
			/>
		</Box>
	);
}

type ActProps = ScreenProps & {readonly act: PreparedAct};

function Ready({state, size, act}: ActProps) {
	const {columns, rows} = size;
	const isOpened = state.tables.act.opened !== undefined;
	const head = isOpened ? [] : actHead(act, size);
	return (
		<Box flexDirection="column">
			<Lines lines={head} />
			<Browser
				id="act"
				state={state}
				size={{columns, rows: rows - head.length}}
			/>
		</Box>
	);
}

type StageProps<Type extends ActStage['type']> = ScreenProps & {
	readonly stage: Extract<ActStage, {readonly type: Type}>;
};

const questions = {
	toProject: 'To the help center of which service project?',
	organization: 'Members of which organization?',
	domain: 'Which email domain?',
} as const;

function Choosing({state, size, stage}: StageProps<'choosing'>) {
	const {act, part} = stage;
	const {columns, rows} = size;

	if (act.kind !== 'invite') {
		return null;
	}

	const menu = inviteMenu(state, act, part);
	return (
		<Box flexDirection="column">
			<ToneText>{questions[part]}</ToneText>
			<Field
				field={fieldOf(state.fields, 'act-choice')}
				isActive={state.overlay === undefined}
				placeholder="type to search"
				columns={columns}
			/>
			{menu.choices.length === 0 ? (
				<ToneText>Nothing matches what is typed.</ToneText>
			) : (
				<MenuList
					menu={menu}
					cursors={state.cursors}
					columns={columns}
					rows={rows - 2}
				/>
			)}
		</Box>
	);
}

function Confirming({state, size, act}: ActProps) {
	const {columns, rows} = size;
	const {words, answer} = confirmationOf(act);
	const asked = words.flatMap((text) =>
		wrap(text, columns).map((row) => line(row, 'strong')),
	);
	const {whole, short} = actSummary(act);
	const room = Math.max(rows - asked.length - 4, 0);
	const said = wrapToFit([whole.join(' '), short.join(' ')], {
		columns,
		rows: room,
	}).map((row) => line(row));
	return (
		<Box flexDirection="column">
			<Lines lines={[...said, blank, ...asked]} />
			{answer === undefined ? (
				<MenuList
					menu={answerMenu(act)}
					cursors={state.cursors}
					columns={columns}
				/>
			) : (
				<Field
					field={fieldOf(state.fields, 'act-answer')}
					isActive={state.overlay === undefined}
					columns={columns}
				/>
			)}
		</Box>
	);
}

function Working({state, size, stage}: StageProps<'working'>) {
	const {act, isStopping} = stage;
	const {progress} = state.act;
	const {columns, rows} = size;
	const total = actSize(act);
	const done = Math.min(progress.done, total);
	const words = isStopping
		? 'Stopping after what is in flight…'
		: actWords[act.kind].working;
	const head: readonly Line[] = [
		line(
			`${elapsed(state)}${progress.troubleCount === 0 ? '' : `, ${number(progress.troubleCount)} not as planned`}`,
			'quiet',
		),
		...waitLines(state),
	];
	const troubles = progress.troubles
		.slice(-Math.max(Math.floor(rows / 4), 1))
		.map((trouble): Line => [
			span(`${signs.attention} `, 'warning'),
			span(neutralise(trouble)),
		]);
	const room = Math.max(rows - head.length - troubles.length - 3, 0);
	const told = room === 0 ? [] : progress.told.slice(-room);
	return (
		<Box flexDirection="column">
			<Waiting>{words}</Waiting>
			<Bar
				label={actWords[act.kind].title}
				labelColumns={actWords[act.kind].title.length}
				done={done}
				total={total}
				text={`${number(done)} of ${number(total)}`}
				textColumns={`${number(total)} of ${number(total)}`.length}
				columns={columns}
			/>
			<Lines
				lines={[
					...head,
					...troubles,
					blank,
					...told.map((row) => line(neutralise(row), 'quiet')),
				]}
			/>
		</Box>
	);
}

function elapsed({now, act}: SessionState): string {
	return duration(Math.max(Math.round((now - act.since) / 1000), 0));
}

function waitLines({now, act}: SessionState): readonly Line[] {
	const {waitingUntil = 0} = act.progress;
	const seconds = (waitingUntil - now) / 1000;
	return seconds < 1
		? []
		: [
				line(
					`The destination asks to wait ${duration(seconds)} more; nothing is lost.`,
					'warning',
				),
			];
}

function titleOf({act}: SessionState): string {
	const {request, stage} = act;
	const title = request === undefined ? 'Act' : actWords[request.kind].title;
	return 'act' in stage
		? `${title} › ${neutralise(stage.act.destination)}`
		: title;
}

export const actScreen: Screen = {
	View: ActView,
	keys: actKeys,
	title: titleOf,
	aside: ({act: {request}}) =>
		request === undefined ? '' : `run ${request.run}`,
};
