/*
 * One query of DuckDB over a file, with all threads; what it took by the clock and of the
 * processors goes to CLOCK, its own start and the printing left out.  The rows that it finds are
 * read by this program, handed to it without being read, or kept in DuckDB as a table.
 * usage: duckdb.cjs kinds|answers read|handed|kept FILE CLOCK
 */
const { writeFileSync } = require('fs');
const { DuckDBInstance } = require('@duckdb/node-api');
const [what, end, file, clock] = process.argv.slice(2);

const columns = ['case', 'date', 'school', 'kind', 'code', 'value', 'due', 'by', 'text']
	.map((name) => `'${name}': '${name === 'date' ? 'DATE' : 'VARCHAR'}'`).join(', ');
const log = `read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"',
	escape = '"', columns = {${columns}})`;

/* What answers.awk does: the days since 2000 times eight, and the level of the answer. */
function newest(question, ...levels) {
	const words = ['no', 'doubt', 'yes', 'structural', 'disclosure', 'acute'];
	const cases = levels.map((level, i) => `WHEN '${words[i]}' THEN ${level}`).join(' ');
	return `coalesce(max(date_diff('day', DATE '2000-01-01', date) * 8 + CASE value ${cases} END)
		FILTER (kind = 'answer' AND code = '${question}') % 8, 0)`;
}

const queries = {
	kinds: `SELECT kind, count(*) AS records FROM ${log} GROUP BY kind`,
	answers: `SELECT school, "case", ${newest('suspicion', 1, 2, 3)} AS suspicion,
		${newest('concern', 1, 2, 3)} AS concern, ${newest('unsafe', 1, 2, 3, 4, 5, 6)} AS unsafe,
		${newest('can-help', 3, 2, 1)} AS can_help, ${newest('accepts', 3, 2, 1)} AS accepts,
		${newest('result', 3, 2, 1)} AS result FROM ${log} GROUP BY school, "case"`,
};

async function main() {
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	const begin = process.hrtime.bigint();
	const before = process.cpuUsage();
	let result = end === 'kept' ? await connection.run(`CREATE TEMP TABLE found AS ${queries[what]}`)
		: await connection.runAndReadAll(queries[what]);
	const rows = end === 'read' ? result.getRows() : null;
	const spent = process.cpuUsage(before);
	const wall = Number(process.hrtime.bigint() - begin) / 1e9;
	writeFileSync(clock, `${wall} ${(spent.user + spent.system) / 1e6}\n`);
	if (end === 'kept')
		result = await connection.runAndReadAll('SELECT * FROM found');
	console.log((rows ?? result.getRows()).map((row) => row.join(',')).join('\n'));
}

main();
