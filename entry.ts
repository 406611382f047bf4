/*
The first file that runs. It must make sense to any Node, so that an old one gets a sentence instead of a syntax error: the program itself is only loaded behind the check.
*/
import module from 'node:module';
import process from 'node:process';

const oldest = [22, 13] as const;
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);

if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) {
	// What was compiled once need not be compiled at the next start; a machine that can't keep it starts as before.
	module.enableCompileCache();
	await import('./cli.tsx');
} else {
	process.stderr.write(
		`jsm-ferry needs Node ${oldest.join('.')} or newer; this is ${process.versions.node}.\nInstall a newer one from https://nodejs.org.\n`,
	);
	process.exitCode = 2;
}
