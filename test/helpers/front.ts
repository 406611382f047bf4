import {request} from 'node:http';
import {type Login} from '../../source/jira/transport.ts';
import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {type Reply, type Routes, withServer} from './server.ts';

/**
Runs a test with a server before a practice site, which answers the given routes itself and hands on all other calls. So a site can be broken in one place and sound in all others.
*/
export async function withFront(
	site: PracticeSite,
	routes: Routes,
	scene: (login: Login) => Promise<void>,
): Promise<void> {
	const {email, token} = site;
	await withServer({'*': handOn(site), ...routes}, async ({url}) =>
		scene({url, email, token}),
	);
}

function handOn(site: PracticeSite): Reply {
	return (response, {method, path, query, headers, body}) => {
		const url = new URL(path, site.url);
		url.search = query.toString();
		const onward = request(url, {method, headers}, (answer) => {
			response.writeHead(answer.statusCode ?? 500, answer.headers);
			answer.pipe(response);
		});
		onward.end(body);
	};
}
