import {Ajv, type ValidateFunction} from 'ajv';
import formats from 'ajv-formats';
import platformFile from './jira-platform.v3.json' with {type: 'json'};
import serviceDeskFile from './jsm.v3.json' with {type: 'json'};
import {type OpenApiFile} from './extract.ts';

/** One operation as Atlassian's file describes it, as far as it is held against something. */
export type Described = {
	readonly parameters?: ReadonlyArray<{
		readonly in: string;
		readonly name: string;
		readonly required?: boolean;
	}>;
	readonly requestBody?: {readonly required?: boolean};
	readonly responses: Readonly<Record<string, {readonly content?: unknown}>>;
};

/** The parts of an operation that have a schema, named by where they stand in its description. */
export type Part =
	readonly [part: 'requestBody'] | readonly [part: 'responses', status: string];

/** Atlassian's files, ready to check values. */
export type Schemas = {
	/** Undefined where no file has this operation. */
	find(operation: string): Described | undefined;
	/** What is wrong with a body; empty where nothing is. */
	checkBody(operation: string, part: Part, body: unknown): string;
	/** What is wrong with a call's parameters of one kind. The values are texts and are read as their schemas say. */
	checkParameters(
		operation: string,
		kind: 'query' | 'path',
		values: Readonly<Record<string, string | readonly string[]>>,
	): string;
	/** What is wrong with a body of an error, in the words of the operation's API. */
	checkError(operation: string, body: unknown): string;
};

const files = new Map(
	Object.entries({
		platform: platformFile as unknown as OpenApiFile,
		// This file leaves open what the other closes: whether there may be fields that it doesn't list.
		'service-desk': closed(serviceDeskFile) as OpenApiFile,
	}),
);

const errorSchemas: Readonly<Record<string, string>> = {
	platform: 'ErrorCollection',
	'service-desk': 'ErrorResponse',
};

export function openSchemas(): Schemas {
	const strict = createChecker(false);
	const lenient = createChecker(true);

	const run = (check: ValidateFunction, value: unknown): string =>
		check(value) ? '' : describe(check);

	return {
		find,
		checkBody(operation, part, body) {
			const check = strict([operation, ...part].join(' '), () =>
				referenceTo(operation, [
					...part,
					'content',
					'application/json',
					'schema',
				]),
			);
			return run(check, body);
		},
		checkParameters(operation, kind, values) {
			const check = lenient(`${operation} ${kind}`, () =>
				parametersSchema(operation, kind),
			);
			return run(check, {...values});
		},
		checkError(operation, body) {
			const file = fileOf(operation);
			const check = strict(file, () => ({
				$ref: `${file}#/components/schemas/${errorSchemas[file]!}`,
			}));
			return run(check, body);
		},
	};
}

type Schema = Readonly<Record<string, unknown>>;

/** Makes and compiles the schema of each name once, when it is first used. `shouldReadTexts` turns `"5"` into 5 where a number is wanted. */
function createChecker(
	shouldReadTexts: boolean,
): (name: string, schemaOf: () => Schema) => ValidateFunction {
	const ajv = new Ajv({
		// Atlassian's file has `maxLength` on arrays.
		strictTypes: false,
		...(shouldReadTexts && {coerceTypes: 'array'}),
	});
	formats.default(ajv);
	ajv.addFormat('url', true);
	ajv.addVocabulary(['openapi', 'info', 'paths', 'components']);
	for (const [name, file] of files) {
		ajv.addSchema(file, name);
	}

	const checks = new Map<string, ValidateFunction>();
	return (name, schemaOf) => {
		const check = checks.get(name) ?? ajv.compile(schemaOf());
		checks.set(name, check);
		return check;
	};
}

const described: ReadonlyMap<string, Described> = new Map(
	Array.from(files.values(), ({paths}) =>
		Object.entries(paths).flatMap(([path, methods]) =>
			Object.entries(methods).map(
				([method, operation]) =>
					[`${method.toUpperCase()} ${path}`, operation as Described] as const,
			),
		),
	).flat(),
);

function find(operation: string): Described | undefined {
	return described.get(operation);
}

function fileOf(operation: string): string {
	return operation.includes(' /rest/servicedeskapi/')
		? 'service-desk'
		: 'platform';
}

function referenceTo(operation: string, pointer: readonly string[]): Schema {
	const [method = '', path = ''] = operation.split(' ', 2);
	const parts = ['paths', path, method.toLowerCase(), ...pointer];
	const encoded = parts.map((part) =>
		encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')),
	);
	return {$ref: `${fileOf(operation)}#/${encoded.join('/')}`};
}

function parametersSchema(operation: string, kind: string): Schema {
	const parameters = find(operation)?.parameters ?? [];
	const chosen = parameters.flatMap((parameter, index) =>
		parameter.in === kind ? [{...parameter, index}] : [],
	);
	return {
		type: 'object',
		properties: Object.fromEntries(
			chosen.map(({name, index}) => [
				name,
				referenceTo(operation, ['parameters', String(index), 'schema']),
			]),
		),
		required: chosen
			.filter(({required}) => required === true)
			.map(({name}) => name),
		additionalProperties: false,
	};
}

/** The same schemas, in which objects have no fields but those listed. */
function closed(part: unknown): unknown {
	if (Array.isArray(part)) {
		return part.map((item) => closed(item));
	}

	if (typeof part !== 'object' || part === null) {
		return part;
	}

	const copy = Object.fromEntries(
		Object.entries(part).map(([key, value]) => [key, closed(value)]),
	);
	return copy['type'] === 'object' && copy['properties'] !== undefined
		? {additionalProperties: false, ...copy}
		: copy;
}

function describe({errors}: ValidateFunction): string {
	return (errors ?? [])
		.map(
			({instancePath, message = 'is wrong', params}) =>
				`${instancePath === '' ? 'it' : instancePath} ${message} ${JSON.stringify(params)}`,
		)
		.join('; ');
}
