import {Scroll} from '../components/scroll.tsx';
import {type Binding, back, scrollIn} from '../bindings.ts';
import {cursorOf} from '../cursors.ts';
import {keyEntry} from '../keys.ts';
import {factLines} from '../present/facts.ts';
import {type Line} from '../present/line.ts';
import {type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';

type HelpProps = Pick<ScreenProps, 'state' | 'size'> & {
	/** The keys of the screen that lies beneath. */
	readonly bindings: readonly Binding[];
};

/** All keys of the screen beneath; those that can't be used now say why. */
export function Help({state, size, bindings}: HelpProps) {
	return (
		<Scroll
			lines={helpLines(bindings, size.columns)}
			rows={size.rows}
			offset={cursorOf(state.cursors, 'help')}
		/>
	);
}

export function helpKeys(
	state: SessionState,
	size: Size,
	beneath: readonly Binding[],
): readonly Binding[] {
	const close = {type: 'overlay-left'} as const;
	return [
		...scrollIn(state, 'help', {
			lines: helpLines(beneath, size.columns).length,
			rows: size.rows,
		}),
		{...back, label: 'close', act: () => close},
		{key: 'choose', label: 'close', act: () => close},
		{key: 'help', label: 'close', act: () => close},
	];
}

function helpLines(
	bindings: readonly Binding[],
	columns: number,
): readonly Line[] {
	const stop: Binding = {key: 'stop', label: ''};
	const privacy: Binding = {key: 'privacy', label: ''};
	const shown = bindings.some(({key}) => key === 'stop')
		? [...bindings, privacy]
		: [...bindings, privacy, stop];
	return factLines(
		shown.map(({key, refusal}) => {
			const {sign, help} = keyEntry(key);
			return refusal === undefined
				? {label: sign, text: help}
				: {label: sign, text: `${help}. Not now: ${refusal}`, tone: 'quiet'};
		}),
		columns,
	);
}
