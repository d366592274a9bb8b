// Sends the files of the evidence form in pieces (tus 1.0.0), so that a broken connection or a closed page costs a piece and not the file.
// Without this script the form is sent as it is. Addresses of uploads under way are kept by this browser under a digest of the file's name,
// size and date; nothing else is.
const PIECE = 8 << 20;
const LONGEST_WAIT = 30_000;
const form = document.querySelector('form.upload');
const box = document.querySelector('.sending');
// By the page, for an address changes with a file's contents.
const { Sha256 } = await import(form.dataset.sha256);
const bar = box.querySelector('progress');
const line = box.querySelector('[role=status]');
const kept = box.querySelector('ul');
const goOn = box.querySelector('[name=go-on]');
const stop = box.querySelector('[name=stop]');

class Refused extends Error {
  constructor(problem, status) {
    super([problem.detail, ...(problem.errors || []).map(each => each.field + ': ' + each.detail)].filter(Boolean).join(' · ') || String(status));
    this.status = status;
  }
}
class Stopped extends Error {}

let stopping = false;
let token = form.elements._csrf.value;

const say = (name, values = {}) => box.dataset[name].replace(/%(\w+)%/g, (whole, key) => values[key] ?? whole);
const tell = (name, values) => { line.textContent = say(name, values); };
const base64 = bytes => btoa(String.fromCharCode(...bytes));
const pause = time => new Promise(done => setTimeout(done, time));
const pressed = button => new Promise(done => button.addEventListener('click', done, { once: true }));
const mebi = bytes => Math.floor(bytes / (1 << 20));

/** Everything that the form says, but files and its token. */
function fields() {
  const said = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && name !== '_csrf') {
      said.append(name, value);
    }
  }
  return said;
}

/** Asks the server; where it cannot be reached or is busy, again and again. Answers that refuse are thrown. */
async function ask(method, address, headers = {}, body = undefined) {
  for (let wait = 1_000, fresh = false; ; ) {
    if (stopping) {
      throw new Stopped();
    }
    let answer = null;
    try {
      answer = await fetch(address, { method, body, headers: { 'X-CSRF-TOKEN': token, 'Tus-Resumable': '1.0.0', Accept: 'application/json', ...headers } });
    } catch (unreachable) {
      // Tried again below.
    }
    if (answer && (answer.ok || ![403, 502, 503, 504].includes(answer.status))) {
      if (answer.ok) {
        return answer;
      }
      throw new Refused(await answer.json().catch(() => ({})), answer.status);
    }
    if (answer && answer.status === 403) {
      if (fresh || !await freshToken()) {
        await signedOut();
      }
      fresh = !fresh;
      continue;
    }
    if (method === 'PATCH') {
      // Nobody knows how much of the piece came.
      throw new TypeError('broken');
    }
    tell('wait');
    await pause(wait);
    wait = Math.min(2 * wait, LONGEST_WAIT);
  }
}

/** After signing in again the page has another token. */
async function freshToken() {
  try {
    const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
    const found = page.querySelector('form.upload [name=_csrf]');
    token = found ? found.value : token;
    return found !== null;
  } catch (unreachable) {
    return true;
  }
}

async function signedOut() {
  tell('signedOut');
  goOn.hidden = false;
  goOn.focus();
  await Promise.race([pressed(goOn), pressed(stop)]);
  goOn.hidden = true;
}

const memory = file => 'stele-upload-' + new Sha256().add(new TextEncoder().encode([file.name, file.size, file.lastModified, location.host].join('|'))).hex();

/** The address of the file's upload, begun anew if it was not under way. */
async function begun(file) {
  const address = localStorage.getItem(memory(file));
  if (address) {
    try {
      return { address, offset: Number((await ask('HEAD', address)).headers.get('Upload-Offset')) };
    } catch (gone) {
      if (!(gone instanceof Refused)) {
        throw gone;
      }
      localStorage.removeItem(memory(file));
    }
  }
  const answer = await ask('POST', form.dataset.uploads, { 'Upload-Length': String(file.size),
    'Upload-Metadata': 'filename ' + base64(new TextEncoder().encode(file.name)) }, fields());
  const fresh = new URL(answer.headers.get('Location'), location.href).pathname;
  localStorage.setItem(memory(file), fresh);
  return { address: fresh, offset: 0 };
}

const read = async (file, from, to) => new Uint8Array(await file.slice(from, to).arrayBuffer());

/** The sum of a file's first bytes, for going on after them. */
async function summed(file, until) {
  const sum = new Sha256();
  tell('check', { name: file.name });
  for (let at = 0; at < until; at += PIECE) {
    sum.add(await read(file, at, Math.min(at + PIECE, until)));
    bar.value = at / file.size;
  }
  return sum;
}

async function send(file) {
  let { address, offset } = await begun(file);
  let sum = await summed(file, offset);
  for (let wait = 1_000; offset < file.size; ) {
    tell('at', { name: file.name, done: mebi(offset), all: mebi(file.size) });
    bar.value = offset / file.size;
    const piece = await read(file, offset, Math.min(offset + PIECE, file.size));
    try {
      await ask('PATCH', address, { 'Content-Type': 'application/offset+octet-stream', 'Upload-Offset': String(offset),
        'Upload-Checksum': 'sha256 ' + base64(new Sha256().add(piece).bytes()) }, piece);
      sum.add(piece);
      offset += piece.length;
      wait = 1_000;
    } catch (broken) {
      if (broken instanceof Stopped || broken instanceof Refused && ![409, 460].includes(broken.status)) {
        throw broken;
      }
      tell('wait');
      await pause(wait);
      wait = Math.min(2 * wait, LONGEST_WAIT);
      const stands = Number((await ask('HEAD', address)).headers.get('Upload-Offset'));
      if (stands === offset + piece.length) {
        sum.add(piece);
      } else if (stands !== offset) {
        sum = await summed(file, stands);
      }
      offset = stands;
    }
  }
  bar.value = 1;
  tell('finish');
  const said = fields();
  said.set('sha256', said.get('sha256') || sum.hex());
  const item = await (await ask('POST', address + '/item', {}, said)).json();
  localStorage.removeItem(memory(file));
  return item;
}

function list(item, file) {
  const link = document.createElement('a');
  link.href = item.address;
  link.textContent = say(item.status === 'known' ? 'known' : 'done', { name: file.name });
  kept.append(document.createElement('li'));
  kept.lastChild.append(link);
}

/** Sends one file until it is kept, was stopped, or is given up. */
async function one(file) {
  for (;;) {
    try {
      const item = await send(file);
      list(item, file);
      return item;
    } catch (failure) {
      if (failure instanceof Stopped) {
        stopping = false;
        const address = localStorage.getItem(memory(file));
        localStorage.removeItem(memory(file));
        if (address) {
          await ask('DELETE', address).catch(() => {});
        }
        tell('stopped');
        return null;
      }
      if (failure instanceof Refused && failure.status === 422) {
        tell('failed', { why: failure.message });
        return null;
      }
      tell('failed', { why: failure.message });
      goOn.hidden = false;
      goOn.focus();
      await Promise.race([pressed(goOn), pressed(stop)]);
      goOn.hidden = true;
    }
  }
}

form.addEventListener('submit', async event => {
  const files = [...form.elements.file.files];
  if (form.elements['as-one'].checked || form.elements.folder.files.length > 0 || files.length === 0) {
    // Several files that become one: the server has to have them all, so the form goes as it is. So does one without any file, for the
    // server says what is missing.
    return;
  }
  event.preventDefault();
  const button = form.querySelector('button');
  button.disabled = true;
  box.hidden = false;
  stop.hidden = false;
  const items = [];
  for (const file of files) {
    items.push(await one(file));
  }
  stop.hidden = true;
  button.disabled = false;
  if (files.length === 1 && items[0]) {
    location.assign(items[0].address);
  }
});
stop.addEventListener('click', () => { stopping = true; });
