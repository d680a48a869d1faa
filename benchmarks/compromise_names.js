// Reads one JSON string a line, writes the names that compromise finds in it: [[start, end, kind], ...].
// Honorifics, which the gold standards leave out, are taken off, as are marks at the ends.
const nlp = require('compromise');
const kinds = { people: 'PER', organizations: 'ORG', places: 'LOC' };

function namesOf(text) {
  const doc = nlp(text);
  const found = [];
  for (const [method, kind] of Object.entries(kinds)) {
    for (const one of doc[method]().json({ offset: true, terms: { offset: true, tags: true } })) {
      const terms = one.terms.filter((term) => !term.tags.includes('Honorific'));
      if (!terms.length) continue;
      const last = terms[terms.length - 1];
      const start = terms[0].offset.start;
      const end = last.offset.start + last.offset.length;
      const bare = text.slice(start, end).replace(/[\s.,;:!?"”“’')\]]+$/u, '');
      const head = bare.length - bare.replace(/^[\s"“‘'(\[]+/u, '').length;
      if (bare.length > head) found.push([start + head, start + bare.length, kind]);
    }
  }
  return found;
}

const lines = require('fs').readFileSync(0, 'utf8').split('\n').filter(Boolean);
process.stdout.write(lines.map((line) => JSON.stringify(namesOf(JSON.parse(line)))).join('\n') + '\n');
