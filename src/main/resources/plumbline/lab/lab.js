// The lab's pages: a filter for the catalogue; for a theorem, sliders whose release starts a run
// and whose news are put into the page as they come. All that is shown is made by the server.
'use strict';

function catalogue(find) {
  const found = document.getElementById('found');
  find.addEventListener('input', () => {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
    let shown = 0;
    for (const item of document.querySelectorAll('.theorems li')) {
      const text = item.textContent.toLowerCase();
      item.hidden = !words.every((word) => text.includes(word));
      shown += item.hidden ? 0 : 1;
    }
    for (const section of document.querySelectorAll('section')) {
      section.hidden = !section.querySelector('li:not([hidden])');
    }
    found.textContent = words.length ? `${shown} found` : '';
  });
}

// ---- a slider's place and its value -------------------------------------------------------

/** The value at a place, as text: the ends exactly, else three digits or a slider's resolution. */
function valueAt(slider) {
  const { scale, integer, leastText, greatestText } = slider.dataset;
  const least = Number(slider.dataset.least);
  const greatest = Number(slider.dataset.greatest);
  const share = Number(slider.value) / Number(slider.max);
  if (share === 0) return leastText;
  if (share === 1) return greatestText;
  if (scale === 'linear') {
    const value = least + (greatest - least) * share;
    const digits = integer === 'true' ? 0 : Math.max(0, Math.ceil(-Math.log10((greatest - least) / slider.max)));
    return String(Number(value.toFixed(digits)));
  }
  const value = scale === 'log' ? least * (greatest / least) ** share : greatest * share ** 3;
  const rounded = integer === 'true' ? Math.round(value) : Number(value.toPrecision(3));
  return String(Math.min(greatest, Math.max(least, rounded)));
}

function number(text) {
  const [over, under] = text.split('/');
  return under === undefined ? Number(over) : Number(over) / Number(under);
}

/** Puts a slider where the text's value lies; a text that is no number leaves it. */
function place(slider, text) {
  const least = Number(slider.dataset.least);
  const greatest = Number(slider.dataset.greatest);
  const value = Math.min(greatest, Math.max(least, number(text)));
  if (text.trim() !== '' && Number.isFinite(value)) {
    const share =
      slider.dataset.scale === 'linear' ? (value - least) / (greatest - least)
      : slider.dataset.scale === 'log' ? Math.log(value / least) / Math.log(greatest / least)
      : Math.cbrt(value / greatest);
    slider.value = String(Math.round(share * slider.max));
  }
  slider.setAttribute('aria-valuetext', text);
}

// ---- runs ---------------------------------------------------------------------------------

/** The lab is not there any more, or its answer broke off. */
class Lost extends Error {}

/** What comes over the network; all that fails after it is this script's own fault. */
async function heard(promise) {
  try {
    return await promise;
  } catch (problem) {
    throw new Lost('no answer', { cause: problem });
  }
}

/** Server-sent events of a response: {event, id, data}. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await heard(reader.read());
    if (done) return;
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const event = { event: 'message', id: '', data: '' };
      for (const line of block.split('\n')) {
        const colon = line.indexOf(': ');
        if (colon > 0) event[line.slice(0, colon)] = line.slice(colon + 2);
      }
      if (event.data) yield event;
    }
  }
}

function theorem(bench, form) {
  const message = document.getElementById('message');
  const page = Array.from(crypto.getRandomValues(new Uint32Array(3)), (n) => n.toString(36)).join('');
  const shown = {};
  let present = null;
  let waiting = 0;

  /** The form as the query of an address. */
  function query() {
    const pairs = [];
    for (const field of form.elements) {
      const changed = field.dataset.base === undefined || field.value.trim() !== field.dataset.base;
      if (field.name && changed) pairs.push([field.name, field.value.trim()]);
    }
    return new URLSearchParams(pairs).toString();
  }

  function say(html) {
    message.innerHTML = html;
    message.hidden = html === '';
  }

  /** Puts HTML made by the server into its place, if it is new; the keyboard's place is kept. */
  function put(name, html) {
    if (html === undefined || shown[name] === html) return;
    shown[name] = html;
    const place = document.getElementById(name);
    const focused = place.contains(document.activeElement);
    place.innerHTML = html;
    if (focused) place.querySelector('[tabindex]')?.focus();
  }

  function show(news, released) {
    if (news.state === 'failed') {
      say(news.message);
      return;
    }
    say('');
    for (const name of ['figure', 'numbers', 'hypotheses', 'verdict', 'claims', 'command']) put(name, news[name]);
    bench.classList.remove('stale');
    bench.dataset.state = news.state;
    document.getElementById('verdict').setAttribute('aria-busy', String(news.state === 'running'));
    for (const kind of ['svg', 'png']) {
      document.getElementById(kind).href = `/picture/${bench.dataset.id}.${kind}?${news.query}`;
    }
    if (bench.dataset.query !== news.query) {
      bench.dataset.query = news.query;
      history.replaceState(null, '', `?${news.query}`);
    }
    painted(released, 'first curve');
    if (news.numbers && news.numbers.includes('simulated mean')) painted(released, 'first mean');
  }

  /** Takes the time from a release to the painting after this change, once for each name. */
  function painted(released, name) {
    if (released.at === null || released[name]) return;
    released[name] = true;
    requestAnimationFrame(() => setTimeout(() => performance.measure(name, { start: released.at }), 0));
  }

  async function run(at) {
    clearTimeout(waiting);
    present?.abort();
    const mine = new AbortController();
    present = mine;
    const asked = query();
    const released = { at };
    bench.classList.add('stale');
    bench.dataset.state = 'asked';
    bench.dataset.asked = asked;
    let last = '';
    try {
      for (let more = true; more; ) {
        more = false;
        const answer = await heard(
          fetch(`/run/${bench.dataset.id}?${asked}&page=${page}`, {
            signal: mine.signal,
            headers: last ? { 'Last-Event-ID': last } : {},
          }),
        );
        if (!answer.ok) {
          show(JSON.parse(await heard(answer.text())), released);
          bench.dataset.state = 'failed';
          return;
        }
        for await (const event of events(answer.body)) {
          if (event.event === 'more') {
            more = true;
          } else {
            last = event.id;
            const news = JSON.parse(event.data);
            show(news, released);
            if (news.state !== 'running') {
              bench.dataset.state = news.state;
              return;
            }
          }
        }
      }
      say('The stream broke off: move a slider to start again.');
    } catch (problem) {
      if (problem instanceof Lost) {
        if (!mine.signal.aborted) say('The lab does not answer any more. Is its command still running?');
      } else {
        console.error(problem);
        say('The page failed to show the answer: reload it. The error is on the console of the browser.');
      }
    }
  }

  /** While a hand still moves, not more than some runs a second. */
  function soon() {
    clearTimeout(waiting);
    waiting = setTimeout(() => run(null), 80);
  }

  for (const slider of form.querySelectorAll('input[type=range]')) {
    const field = document.getElementById(slider.dataset.for);
    place(slider, field.value);
    slider.addEventListener('input', () => {
      field.value = valueAt(slider);
      slider.setAttribute('aria-valuetext', field.value);
      soon();
    });
    slider.addEventListener('change', () => run(performance.now()));
    field.addEventListener('input', () => place(slider, field.value));
  }
  for (const field of form.querySelectorAll('input[type=text], select')) {
    field.addEventListener('change', () => {
      if (field.id === 'from') {
        location.assign(`?${new URLSearchParams({ from: field.value, seed: form.elements.seed.value })}`);
      } else {
        run(performance.now());
      }
    });
  }
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run(performance.now());
  });
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.addEventListener('click', async () => {
      const what = button.dataset.copy;
      const text = what === 'link' ? location.href : document.getElementById('command').textContent;
      const copied = document.getElementById('copied');
      try {
        await navigator.clipboard.writeText(text);
        copied.textContent = `The ${what} is copied.`;
      } catch (refused) {
        copied.textContent = `The browser does not let it be copied: ${text}`;
      }
    });
  }
  addEventListener('pagehide', () => present?.abort());
  run(null);
}

const find = document.getElementById('find');
if (find) catalogue(find);
const bench = document.getElementById('bench');
if (bench) theorem(bench, document.getElementById('setting'));
