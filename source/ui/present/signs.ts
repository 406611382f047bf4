/** Signs that stand beside words. All are one column wide, so that a terminal without Unicode can be given others. */
export const signs = {
	done: '✓',
	failed: '✗',
	attention: '!',
	open: '?',
	possible: '≈',
	pointer: '❯',
	full: '█',
	empty: '░',
	ascending: '▲',
	descending: '▼',
} as const;

/** Shades of a bar's parts, told apart without colour. */
export const shades = ['█', '▓', '▒', '░', '▞', '▚', '▖', '·'] as const;

/** From least to most. */
export const levels = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
