// Standard output carries results, one JSON a line: whatever a package has to say goes elsewhere.
for (const level of ['log', 'info', 'warn', 'debug']) console[level] = (...words) => process.stderr.write(`${words.join(' ')}\n`);
