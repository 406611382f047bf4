import {type FlatXoConfig} from 'xo';

const config: FlatXoConfig = [
	{
		prettier: true,
	},
	{
		// Written by a script.
		ignores: ['test/contract/openapi/*.json'],
	},
	{
		files: '**/*.{ts,tsx}',
		rules: {
			// One sentence of documentation needs one line.
			'unicorn/single-line-block-comment-style': 'off',
			// Parameters are described in the sentence about the function, where a name alone does not do.
			'jsdoc/require-param': 'off',
			'jsdoc/require-param-description': 'off',
			'jsdoc/require-yields': 'off',
			// What a class offers comes before how it does it.
			'unicorn/consistent-class-member-order': 'off',
			// Prettier takes the parentheses away that this rule asks for.
			'@stylistic/no-mixed-operators': 'off',
			// Schemas nest as what they describe does.
			'unicorn/max-nested-calls': 'off',
			// Paths have placeholders {like this}.
			'unicorn/no-incorrect-template-string-interpolation': 'off',
			'@typescript-eslint/switch-exhaustiveness-check': [
				'error',
				{considerDefaultExhaustiveForUnions: true},
			],
			// A rule for Node's own test runner, which takes every file below test/ for a test.
			'node-test/no-import-test-files': 'off',
			// What may run side by side goes through p-map; a loop that awaits means its order.
			'no-await-in-loop': 'off',
			// A switch over all actions is one decision, however many there are.
			complexity: ['error', {max: 20, variant: 'modified'}],
			// Conditions stand in the order in which a reader thinks of them.
			'unicorn/prefer-simple-condition-first': 'off',
		},
	},
	{
		files: 'package.json',
		rules: {
			// All that is published is bundled here, where overrides hold.
			'package-json/no-overrides-in-published-package': 'off',
		},
	},
	{
		files: 'cli.tsx',
		rules: {
			// The one file that ends the process.
			'unicorn/no-process-exit': 'off',
		},
	},
];

export default config;
