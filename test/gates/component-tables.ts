import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const SOURCE = path.join(__dirname, '../../miniprogram');
const ELEMENTS = path.join(SOURCE, 'elements.ts');

/** The tables that doc comments make, by the name of their markers in a README, with their heads. */
const HEADS = {
  properties: ['Name', 'Type', 'Default', 'Meaning'],
  methods: ['Name', 'Returns', 'Meaning'],
  events: ['Name', 'Detail', 'When'],
  slots: ['Name', 'Where'],
} as const;
type Table = keyof typeof HEADS;
type Cells = readonly string[];
export const TABLES = Object.keys(HEADS) as Table[];

const parse = (file: string): ts.SourceFile =>
  ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);

const attribute = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** A text of a comment on one line, without the stop of its last sentence. */
const sentence = (text: Parameters<typeof ts.getTextOfJSDocComment>[0]) =>
  (ts.getTextOfJSDocComment(text) ?? '').replace(/\s+/g, ' ').trim().replace(/\.$/, '');

const commentOf = (node: ts.Node): string =>
  sentence(ts.getJSDocCommentsAndTags(node).find(ts.isJSDoc)?.comment);

/** The first node of a tree for which `look` returns a value. */
const find = <T>(node: ts.Node, look: (node: ts.Node) => T | undefined): T | undefined =>
  look(node) ?? ts.forEachChild(node, (child) => find(child, look));

const declares = (source: ts.SourceFile, name: string): boolean =>
  source.statements.some(
    (statement) =>
      (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) &&
      statement.name.text === name,
  );

/** Whether the script itself, a file that it imports, or elements.ts declares a type. */
const knows = (source: ts.SourceFile, name: string): boolean => {
  const names = new RegExp(`\\b${name}\\b`);
  const isImported = source.statements
    .filter(ts.isImportDeclaration)
    .some(({ importClause }) => names.test(importClause?.getText() ?? ''));
  return isImported || declares(source, name) || declares(parse(ELEMENTS), name);
};

/** A type as code, without a link: its file is a source, which the package does not hold. */
const typeCode = (source: ts.SourceFile, type: string): string => {
  const [, name] = /^([A-Z]\w+)(\[\])?$/.exec(type) ?? [];
  if (name && !knows(source, name))
    throw new Error(`${source.fileName} does not know the type ${name}`);
  return `\`${type.replace(/\|/g, '\\|')}\``;
};

const PLAIN = new Map([
  ['String', { type: 'string', initial: "`''`" }],
  ['Number', { type: 'number', initial: '`0`' }],
  ['Boolean', { type: 'boolean', initial: '`false`' }],
  ['Array', { type: 'object', initial: '`[]`' }],
]);

/** Type and default of a property: `String`, or `{ type: Array, value: [] as TabView[] }`. */
const definitionOf = (source: ts.SourceFile, node: ts.Expression) => {
  const assignments = ts.isObjectLiteralExpression(node)
    ? node.properties.filter(ts.isPropertyAssignment)
    : [];
  const part = (key: string) => assignments.find(({ name }) => name.getText() === key)?.initializer;
  const plain = PLAIN.get((part('type') ?? node).getText());
  const value = part('value');
  if (!value) return plain ?? { type: 'object', initial: '`{}`' };
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))
    return { type: value.type.getText(), initial: `\`${value.expression.getText()}\`` };
  if (!ts.isIdentifier(value))
    return { type: plain?.type ?? 'object', initial: `\`${value.getText()}\`` };
  const declared = find(source, (one) =>
    ts.isVariableDeclaration(one) && one.name.getText() === value.text ? one.type : undefined,
  );
  return { type: declared?.getText() ?? 'object', initial: 'empty' };
};

const propertyRows = (source: ts.SourceFile): Cells[] => {
  const literal = find(source, (node) => {
    const value =
      (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) &&
      node.name.getText() === 'properties' &&
      node.initializer;
    const plain = value && ts.isSatisfiesExpression(value) ? value.expression : value;
    return plain && ts.isObjectLiteralExpression(plain) ? plain : undefined;
  });
  return [...(literal?.properties ?? [])].filter(ts.isPropertyAssignment).map((property) => {
    const { type, initial } = definitionOf(source, property.initializer);
    const stated = ts.getJSDocTypeTag(property)?.typeExpression.type.getText();
    const name = `\`${attribute(property.name.getText())}\``;
    return [name, typeCode(source, stated ?? type), initial, commentOf(property)];
  });
};

/** The methods of the type of elements.ts that a feature has, such as `PaymentHistoryElement`. */
const methodRows = (component: string): Cells[] => {
  const type = `-${component}-element`.replace(/-(\w)/g, (_, first: string) => first.toUpperCase());
  const members = find(parse(ELEMENTS), (node) =>
    ts.isTypeAliasDeclaration(node) && node.name.text === type && ts.isTypeLiteralNode(node.type)
      ? node.type.members
      : undefined,
  );
  return [...(members ?? [])].filter(ts.isMethodSignature).map((method) => {
    const parameters = method.parameters.map((one) => one.getText().replace(/:.*/s, ''));
    const notes = ts
      .getJSDocTags(method)
      .filter(ts.isJSDocParameterTag)
      .map((tag) => `\`${tag.name.getText()}\`: ${sentence(tag.comment).replace(/^- /, '')}`);
    const call = `\`${method.name.getText()}(${parameters.join(', ')})\``;
    return [call, `\`${method.type?.getText()}\``, [commentOf(method), ...notes].join('. ')];
  });
};

/** The rows of the tables of a component, from its doc comments. @param folder - Its folder in miniprogram/. */
export const rowsOf = (folder: string): Readonly<Record<Table, readonly Cells[]>> => {
  const scripts = [
    `${path.basename(folder)}.ts`,
    `${path.basename(folder).replace('payment-', '')}-properties.ts`,
  ]
    .map((name) => path.join(SOURCE, folder, name))
    .filter(existsSync)
    .map(parse);
  const call = scripts[0]?.statements.find((statement) => /^Component\b/.test(statement.getText()));
  const tags = (name: string, form: RegExp) =>
    (call ? ts.getJSDocTags(call) : [])
      .filter(({ tagName }) => tagName.text === name)
      .map(({ comment }) => form.exec(sentence(comment)) ?? []);
  return {
    properties: scripts.flatMap(propertyRows),
    methods: methodRows(path.basename(folder)),
    events: tags('event', /^([\w-]+)(?: \{(\w+)\})? (.*)$/).map(([, name, detail, when = '']) => [
      `\`${name}\``,
      call && detail ? typeCode(call.getSourceFile(), detail) : 'none',
      when,
    ]),
    slots: tags('slot', /^([\w-]+) (.*)$/).map(([, name, where = '']) => [`\`${name}\``, where]),
  };
};

/** A table as Markdown; `None.` without rows. */
export const renderTable = (table: Table, rows: readonly Cells[]): string => {
  if (rows.length === 0) return 'None.';
  const lines = [HEADS[table], HEADS[table].map(() => '---'), ...rows];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
