// What an editor offers in JSON files: reads [{uri, text, offset}] from standard input, writes a list of labels for each.
// The language service is the one of VS Code; NODE_PATH says where it is installed.

const fs = require('fs');
const { fileURLToPath } = require('url');
const { getLanguageService, TextDocument } = require('vscode-json-languageservice');

const service = getLanguageService({
  schemaRequestService: (uri) => fs.promises.readFile(fileURLToPath(uri), 'utf8'),
  workspaceContext: { resolveRelativePath: (path, resource) => new URL(path, resource).toString() },
});

async function labels({ uri, text, offset }) {
  const file = TextDocument.create(uri, 'json', 1, text);
  const list = await service.doComplete(file, file.positionAt(offset), service.parseJSONDocument(file));
  return list.items.map((item) => item.label);
}

const places = JSON.parse(fs.readFileSync(0, 'utf8'));
Promise.all(places.map(labels)).then((all) => console.log(JSON.stringify(all)));
