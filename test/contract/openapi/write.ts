/*
Writes the copies beside this file anew from Atlassian's OpenAPI files: `npm run openapi -- FOLDER`, where FOLDER holds
jira-platform.v3.json and jsm.v3.json, from
https://developer.atlassian.com/cloud/jira/platform/swagger-v3.v3.json and
https://developer.atlassian.com/cloud/jira/service-desk/swagger.v3.json
*/
import {readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {operationOf} from '../../../source/practice/http/route.ts';
import {allRoutes} from '../../../source/practice/resources/routes.ts';
import {extractOperations, openApiFiles, type OpenApiFile} from './extract.ts';

const folder = process.argv[2];
if (folder === undefined) {
	throw new Error(
		'Say which folder holds the files: npm run openapi -- FOLDER',
	);
}

const operations = allRoutes.map((route) => operationOf(route));
for (const name of openApiFiles) {
	const text = readFileSync(path.join(folder, name), 'utf8');
	const extract = extractOperations(
		JSON.parse(text) as OpenApiFile,
		operations,
	);
	writeFileSync(
		path.join(import.meta.dirname, name),
		`${JSON.stringify(extract, undefined, '\t')}\n`,
	);
	process.stdout.write(
		`${name}: ${Object.keys(extract.paths).length} paths, ${Object.keys(extract.components.schemas).length} schemas\n`,
	);
}
