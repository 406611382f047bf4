import {
	type FaultName,
	faultNames,
	practiceFaults,
	type ScriptedFault,
} from './faults/fault.ts';
import {type Habits, switchHabits, usualHabits} from './habits.ts';
import {PracticeOptionsError} from './practice-options-error.ts';
import {operationOf} from './http/route.ts';
import {allRoutes} from './resources/routes.ts';
import {findScenario} from './scenarios/scenarios.ts';
import {type Sizes} from './scenarios/assemble.ts';
import {type Scenario} from './scenarios/story.ts';

export type PracticeOptions = {
	/** Decides all generated data and all random faults; 1 by default. */
	readonly seed?: number;
	/** A name of `practiceScenarios`; `acme` by default. */
	readonly scenario?: string;
	/** How many customers the source has: all that are neither agents nor apps nor deleted. */
	readonly customers?: number;
	/** How many organizations the source has, each linked to at least one service project. */
	readonly organizations?: number;
	/** How many requests the source has. */
	readonly requests?: number;
	/** Milliseconds added to every answer; 0 by default. */
	readonly latencyMs?: number;
	/** Calls a second for every operation, in place of Jira's own limits. */
	readonly burst?: number;
	/** Names of `practiceFaults` that hit calls at random. */
	readonly faults?: readonly string[];
	/** Habits to switch; the others are as Jira Cloud has them. */
	readonly habits?: Partial<Habits>;
	/** A folder in which changes are kept, so that the next start finds them. */
	readonly stateFolder?: string;
	/** The clock of the sites; the computer's by default. */
	readonly now?: () => Date;
};

/** Options that were checked, with everything filled in. */
export type PracticeSettings = {
	readonly seed: number;
	readonly scenario: Scenario;
	readonly sizes: Sizes;
	readonly latencyMs: number;
	readonly burst: number | undefined;
	readonly faults: readonly FaultName[];
	readonly habits: Habits;
	readonly stateFolder: string | undefined;
	readonly now: () => Date;
};

/** Checks the options and fills in the rest. Throws a `PracticeOptionsError` that says what is allowed. */
export function settingsFrom(options: PracticeOptions): PracticeSettings {
	const scenario = findScenario(options.scenario ?? 'acme');
	return {
		seed: checkNumber('seed', options.seed ?? 1, 0, 2 ** 31),
		scenario,
		sizes: {
			customers: checkNumber(
				'customers',
				options.customers ?? scenario.customers,
				0,
				5_000_000,
			),
			organizations: checkNumber(
				'organizations',
				options.organizations ?? scenario.organizations,
				0,
				100_000,
			),
			requests: checkNumber(
				'requests',
				options.requests ?? scenario.requests,
				0,
				5_000_000,
			),
		},
		latencyMs: checkNumber('latencyMs', options.latencyMs ?? 0, 0, 60_000),
		burst:
			options.burst === undefined
				? undefined
				: checkNumber('burst', options.burst, 1, 1_000_000),
		faults: checkFaults([...scenario.faults, ...(options.faults ?? [])]),
		habits: switchHabits(usualHabits, options.habits ?? {}),
		stateFolder: options.stateFolder,
		now: options.now ?? (() => new Date()),
	};
}

export function checkNumber(
	name: string,
	value: number,
	least: number,
	most: number,
): number {
	if (!Number.isSafeInteger(value) || value < least || value > most) {
		throw new PracticeOptionsError(
			`${name} must be a whole number from ${least} to ${most}, not ${String(value)}.`,
		);
	}

	return value;
}

export function checkFaults(names: readonly string[]): readonly FaultName[] {
	const unknown = names.find((name) => !Object.hasOwn(practiceFaults, name));
	if (unknown !== undefined) {
		throw new PracticeOptionsError(
			`There is no fault '${unknown}'. Faults: ${faultNames.join(', ')}.`,
		);
	}

	return [...new Set(names)] as FaultName[];
}

/** A script that names an operation no site has would wait for ever, so it is refused. */
export function checkScript(script: ScriptedFault): ScriptedFault {
	const {fault, operation, call = 1, times = 1} = script;
	checkFaults([fault]);
	checkNumber('call', call, 1, 1_000_000_000);
	checkNumber('times', times, 1, 1_000_000_000);
	if (
		operation !== undefined &&
		allRoutes.every((route) => operationOf(route) !== operation)
	) {
		throw new PracticeOptionsError(
			`There is no operation '${operation}'. Operations look like 'POST /rest/servicedeskapi/organization/{organizationId}/user'.`,
		);
	}

	return script;
}
