// What runs in the process that opens somebody's PDF. It is text because it has to start from the built files and from
// the sources alike. One thread reads; the other sees to it that reading takes no more time and memory than it may.

const library = JSON.stringify(import.meta.resolve('@cantoo/pdf-lib'));

/** Beside stdin, stdout and stderr. */
export const answerChannel = 3;

/** Far above any honest sheet. Choices have a node for each circle. */
const mostNodes = 4_000;
const mostLevels = 8;
const mostCharacters = 500_000;

/** What the reading thread takes, and what the whole process may. */
const heapMb = 128;
const processBytes = 300 * 1024 * 1024;

const reader = `
import { parentPort, workerData } from 'node:worker_threads';
import { EncryptedPDFError, ParseSpeeds, PDFArray, PDFDict, PDFDocument, PDFName, PDFRadioGroup, PDFTextField } from ${library};

async function read() {
  const pdf = await PDFDocument.load(workerData, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  const acroForm = pdf.catalog.getAcroForm();
  if (acroForm === undefined) return { kind: 'no-fields' };
  const isBounded = count(acroForm.dict.lookupMaybe(PDFName.of('Fields'), PDFArray), 0);
  if (!isBounded) return { kind: 'too-much' };
  const isDynamic = acroForm.dict.has(PDFName.of('XFA'));
  const fields = pdf.getForm().getFields();
  if (fields.length === 0) return { kind: isDynamic ? 'dynamic' : 'no-fields' };
  const values = fields.flatMap((field) =>
    field instanceof PDFTextField ? [{ name: field.getName(), value: textOf(field.acroField) }]
    : field instanceof PDFRadioGroup ? [{ name: field.getName(), value: choiceOf(field) }]
    : []);
  const characters = values.reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return characters > ${mostCharacters} ? { kind: 'too-much' } : { kind: 'fields', values };
}

// What the library does not understand it takes for nothing; a value that is there must not get lost that way.
function textOf(field) {
  const value = field.getValue();
  if (value === undefined && field.V() !== undefined) throw new Error('no text');
  const bytes = value?.asBytes() ?? [];
  const isUtf8 = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return isUtf8 ? new TextDecoder().decode(bytes) : (value?.decodeText() ?? '');
}

function choiceOf(field) {
  const value = field.acroField.V();
  if (value !== undefined && !(value instanceof PDFName)) throw new Error('no choice');
  return field.getSelected() ?? '';
}

// The library walks the tree of fields however large it is, and in circles too.
let nodes = 0;
function count(list, level) {
  nodes += list?.size() ?? 0;
  if (nodes > ${mostNodes} || level > ${mostLevels}) return false;
  return Array.from({ length: list?.size() ?? 0 }).every((_, at) =>
    count(list.lookupMaybe(at, PDFDict)?.lookupMaybe(PDFName.of('Kids'), PDFArray), level + 1));
}

parentPort.postMessage(
  await read().catch((error) => ({ kind: error instanceof EncryptedPDFError ? 'encrypted' : 'damaged' })),
);
`;

/**
 * Takes milliseconds as its argument and a PDF on stdin, and says one JSON document (`Answer` in `form-reader.ts`) on
 * its fourth channel: what the library prints about odd files does not come in between.
 */
export const readerScript = `
import { Socket } from 'node:net';
import { Worker } from 'node:worker_threads';

const cpuMs = Number(process.argv[1]);
const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const source = 'data:text/javascript,' + encodeURIComponent(${JSON.stringify(reader)});
const worker = new Worker(new URL(source), {
  workerData: new Uint8Array(Buffer.concat(chunks)),
  resourceLimits: { maxOldGenerationSizeMb: ${heapMb} },
});
const watch = setInterval(() => {
  const { user, system } = process.cpuUsage();
  const isTooMuch = user + system > cpuMs * 1000 || process.memoryUsage.rss() > ${processBytes};
  if (isTooMuch) answer({ kind: 'too-much' });
}, 20);

let isAnswered = false;
function answer(said) {
  if (isAnswered) return;
  isAnswered = true;
  clearInterval(watch);
  void worker.terminate();
  new Socket({ fd: ${answerChannel}, readable: false }).end(JSON.stringify(said));
}
worker.once('message', answer);
worker.once('error', (error) => answer({ kind: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-much' : 'damaged' }));
worker.once('exit', () => setImmediate(() => answer({ kind: 'damaged' })));
`;
