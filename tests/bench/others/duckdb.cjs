/*
 * One query of DuckDB over a file, with all threads; what it took by the clock and of the
 * processors goes to CLOCK, its own start and the printing left out.
 * usage: duckdb.cjs kinds|answers FILE CLOCK
 */
const { writeFileSync } = require('fs');
const { DuckDBInstance } = require('@duckdb/node-api');
const [what, file, clock] = process.argv.slice(2);

const columns = ['case', 'date', 'school', 'kind', 'code', 'value', 'due', 'by', 'text']
	.map((name) => `'${name}': '${name === 'date' ? 'DATE' : 'VARCHAR'}'`).join(', ');
const log = `read_csv('${file}', header = true, auto_detect = false, delim = ',', quote = '"',
	escape = '"', columns = {${columns}})`;

/* What answers.awk does: the days since 2000 times four, and the level of the answer. */
function newest(question, yes, no) {
	return `coalesce(max(date_diff('day', DATE '2000-01-01', date) * 4
		+ CASE value WHEN 'yes' THEN ${yes} WHEN 'doubt' THEN 2 ELSE ${no} END)
		FILTER (kind = 'answer' AND code = '${question}') % 4, 0)`;
}

const queries = {
	kinds: `SELECT kind, count(*) AS records FROM ${log} GROUP BY kind`,
	answers: `SELECT school, "case", ${newest('suspicion', 3, 1)} AS suspicion,
		${newest('unsafe', 3, 1)} AS unsafe, ${newest('can-help', 1, 3)} AS can_help,
		${newest('accepts', 1, 3)} AS accepts FROM ${log} GROUP BY school, "case"`,
};

async function main() {
	const connection = await (await DuckDBInstance.create(':memory:')).connect();
	const begin = process.hrtime.bigint();
	const before = process.cpuUsage();
	await connection.run(`CREATE TEMP TABLE result AS ${queries[what]}`);
	const spent = process.cpuUsage(before);
	const wall = Number(process.hrtime.bigint() - begin) / 1e9;
	writeFileSync(clock, `${wall} ${(spent.user + spent.system) / 1e6}\n`);
	const result = await connection.runAndReadAll('SELECT * FROM result');
	console.log(result.getRows().map((row) => row.join(',')).join('\n'));
}

main();
