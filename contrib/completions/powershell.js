// Parses the PowerShell completion script with the grammar of
// tree-sitter-powershell, and reads from the tree what is offered.
//
//	node powershell.js MODULES SCRIPT
'use strict';
const fs = require('fs');
const path = require('path');

const [modules, script] = process.argv.slice(2);
const load = require('module').createRequire(path.join(path.resolve(modules), 'here.js'));

(async () => {
  const { Parser, Language } = load('web-tree-sitter');
  await Parser.init();
  const parser = new Parser();
  parser.setLanguage(await Language.load(path.join(modules, 'node_modules/tree-sitter-powershell/tree-sitter-powershell.wasm')));
  const text = fs.readFileSync(script, 'utf8');
  const bad = [];

  const root = parser.parse(text).rootNode;
  if (root.hasError) bad.push('the script does not parse:\n' + root.toString());
  const broken = [text.replace("@('--help'", "@('--help"), text.replace(/\}\n$/, '\n'), text.replace('foreach (', 'foreach ((')];
  if (broken.some((b) => b === text || !parser.parse(b).rootNode.hasError)) bad.push('a broken script parses: this check sees nothing');

  const words = (node) => node.descendantsOfType('string_literal').map((s) => s.text.slice(1, -1));
  const offered = {};
  for (const entry of root.descendantsOfType('hash_entry')) {
    const [command, ...rest] = words(entry);
    offered[command] = rest;
  }
  for (const [command, word] of [['run', '--dry-run'], ['service', 'install'], ['mark', '--went'], ['init', '--password-command']])
    if (!(offered[command] || []).includes(word)) bad.push(`${command} does not offer ${word}, but ${offered[command]}`);
  if (Object.keys(offered).length < 15) bad.push('few commands: ' + Object.keys(offered));

  for (const b of bad) console.error('powershell: ' + b);
  if (!bad.length) console.log(`powershell: the script parses, and completes ${Object.keys(offered).length} commands (not run)`);
  process.exit(bad.length ? 1 : 0);
})().catch((e) => { console.error('powershell:', e); process.exit(1); });
