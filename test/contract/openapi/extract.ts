/** An OpenAPI file, as far as this script looks at it. */
export type OpenApiFile = {
	readonly openapi: string;
	readonly info: {readonly title: string; readonly version: string};
	readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
	readonly components: {readonly schemas: Readonly<Record<string, unknown>>};
};

/** The files of Atlassian whose operations the practice sites play. */
export const openApiFiles = ['jira-platform.v3.json', 'jsm.v3.json'] as const;

/** Words for people, and marks that say nothing about what is valid. */
const leftOut =
	/^(?:description|summary|examples?|xml|tags|security|externalDocs|deprecated|x-.*)$/v;

/**
Takes the given operations out of one of Atlassian's files, with the schemas they need and without the words for people.
Operations look like `GET /rest/api/3/myself`; those that are not in the file are left out.
*/
export function extractOperations(
	file: OpenApiFile,
	operations: Iterable<string>,
): OpenApiFile {
	const paths: Record<string, Record<string, unknown>> = {};
	for (const [method, path] of splitOperations(operations)) {
		const found = file.paths[path]?.[method];
		if (found !== undefined) {
			paths[path] = {...paths[path], [method]: withoutWords(found)};
		}
	}

	const {title, version} = file.info;
	return {
		openapi: file.openapi,
		info: {title, version},
		paths,
		components: {schemas: schemasOf(file, paths)},
	};
}

function splitOperations(
	operations: Iterable<string>,
): ReadonlyArray<readonly [method: string, path: string]> {
	return [...operations].toSorted().map((operation) => {
		const [method = '', path = ''] = operation.split(' ', 2);
		return [method.toLowerCase(), path];
	});
}

/** Every schema that is named in the paths, or in another schema that is. */
function schemasOf(
	file: OpenApiFile,
	paths: unknown,
): Readonly<Record<string, unknown>> {
	const schemas = new Map<string, unknown>();
	const collect = (part: unknown) => {
		for (const name of schemaNames(part)) {
			if (schemas.has(name)) {
				continue;
			}

			const schema = withoutWords(file.components.schemas[name]);
			schemas.set(name, schema);
			collect(schema);
		}
	};

	collect(paths);
	return Object.fromEntries(
		[...schemas].toSorted(([one], [other]) => (one < other ? -1 : 1)),
	);
}

/** The names of the schemas a part refers to. */
function schemaNames(part: unknown): readonly string[] {
	return Array.from(
		JSON.stringify(part).matchAll(
			/"\$ref":"#\/components\/schemas\/(?<name>[^"]+)"/gv,
		),
		({groups}) => groups!['name']!,
	);
}

/** `isNames` where the keys are names of properties, which may be called `description` themselves. */
function withoutWords(part: unknown, isNames = false): unknown {
	if (Array.isArray(part)) {
		return part.map((item) => withoutWords(item));
	}

	return typeof part === 'object' && part !== null
		? Object.fromEntries(
				Object.entries(part)
					.filter(([key]) => isNames || !leftOut.test(key))
					.map(([key, value]) => [
						key,
						withoutWords(value, !isNames && key === 'properties'),
					]),
			)
		: part;
}
