import {type Binding} from '../bindings.ts';
import {type Among} from '../conflicts-state.ts';
import {type SessionState} from '../session-state.ts';
import {remainingConflicts} from '../state-facts.ts';

/** Which of those that remain one answer is for. */
export type AmongTab = {
	readonly among: Among | undefined;
	/** Such as `same name 5`. */
	readonly label: string;
};

const labels: ReadonlyArray<readonly [Among | undefined, string]> = [
	[undefined, 'all'],
	['certain', 'same name'],
	['possible', 'alike'],
];

/** All that remain and, where they are of both sorts, each sort by itself. */
export function amongTabs(state: SessionState): readonly AmongTab[] {
	const tabs = labels
		.map(([among, words]) => {
			const count = remainingConflicts(state, among).length;
			return {among, count, label: `${words} ${count}`};
		})
		.filter(({count}) => count > 0);
	return tabs.length > 2 ? tabs : tabs.slice(0, 1);
}

/** Left and right through the sorts; none where there is but one. */
export function amongKeys(
	state: SessionState,
	among: Among | undefined,
): readonly Binding[] {
	const tabs = amongTabs(state);
	const current = tabs.findIndex((tab) => tab.among === among);
	return tabs.length < 2
		? []
		: [
				{
					key: 'among',
					label: 'which ones',
					act({name}) {
						const by = ['right', 'tab', 'l'].includes(name) ? 1 : -1;
						const next = tabs[(current + by + tabs.length) % tabs.length];
						return {
							type: 'conflict-stage-entered',
							stage: {type: 'answering-all', among: next?.among},
						};
					},
				},
			];
}
