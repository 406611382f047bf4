import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {expect, test} from 'vitest';
import {everyOperation} from '../plain-scenes.ts';
import {extractOperations, openApiFiles, type OpenApiFile} from './extract.ts';

/** Atlassian's whole files, where somebody has put them beside the project. */
const folder = path.join(import.meta.dirname, '../../../../shared/openapi');

function read(...parts: readonly string[]): OpenApiFile {
	return JSON.parse(readFileSync(path.join(...parts), 'utf8')) as OpenApiFile;
}

test.skipIf(!existsSync(folder)).each(openApiFiles)(
	'The copy of %s is what `npm run openapi` makes of the whole file.',
	(name) => {
		const whole = read(folder, name);
		expect(read(import.meta.dirname, name)).toEqual(
			extractOperations(whole, everyOperation),
		);
	},
);

test('An extract has the operation, the schemas it needs, and no words for people.', () => {
	const user = {
		description: 'Who it is',
		properties: {description: {type: 'string', example: 'Tall'}},
	};
	const described = {
		summary: 'Get it',
		responses: {
			200: {schema: {$ref: '#/components/schemas/user'}, description: 'Got it'},
		},
	};
	const file = {
		openapi: '3.0.1',
		info: {title: 'People', version: '1'},
		paths: {'/user': {get: described, put: {}}, '/group': {get: {}}},
		components: {schemas: {user, group: {}}},
	};
	expect(extractOperations(file, ['GET /user', 'GET /nothing'])).toEqual({
		...file,
		paths: {
			'/user': {
				get: {responses: {200: {schema: {$ref: '#/components/schemas/user'}}}},
			},
		},
		components: {
			schemas: {user: {properties: {description: {type: 'string'}}}},
		},
	});
});
