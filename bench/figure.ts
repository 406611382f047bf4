import {type Program} from './program.ts';

/** What a number must reach. */
export type Bar = {readonly most: number} | {readonly least: number};

export type Unit = '×' | '%' | 'MB' | 's' | 'ms' | 'calls' | 'times';

/** One number of the table. */
export type Result = {
	readonly what: string;
	readonly value: number;
	readonly unit: Unit;
	readonly bar?: Bar;
	/** Depends on the machine and on what else it does; calls don't. */
	readonly isTimed: boolean;
	/** What the number was made from. */
	readonly from?: string;
};

export type FigureSetting = {
	readonly program: Program;
	/** Sizes of a minute's smoke test, too small for the bars on time and memory. */
	readonly isQuick: boolean;
	/** Says what is going on, for whoever waits. */
	readonly say: (words: string) => void;
};

/** One of the things that are measured. */
export type Figure = {
	/** What `--only` calls it. */
	readonly name: string;
	readonly title: string;
	measure(setting: FigureSetting): Promise<readonly Result[]>;
};

/** Undefined where there is no bar, or where the size is too small for it. */
export function isMet({bar, value}: Result): boolean | undefined {
	if (bar === undefined) {
		return undefined;
	}

	return 'most' in bar ? value <= bar.most : value >= bar.least;
}
