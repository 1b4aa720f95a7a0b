// Search over titles and symbols. Without it the pages lack nothing but the field.
(function () {
  'use strict';
  var form = document.getElementById('search');
  var field = document.getElementById('sought');
  var list = document.getElementById('found');
  var count = document.getElementById('count');
  if (!form || typeof plumblineIndex === 'undefined') {
    return;
  }
  var most = 12;
  var root = form.getAttribute('data-root');
  form.hidden = false;

  function words(text) {
    return text.toLowerCase().split(/[^\p{L}\p{N}_*.]+/u).filter(Boolean);
  }

  /** How well an entry answers one word; 0 is not at all. */
  function score(entry, word) {
    var best = 0;
    entry.symbols.forEach(function (symbol) {
      var lower = symbol.toLowerCase();
      if (symbol === word) {
        best = Math.max(best, 6);
      } else if (lower === word.toLowerCase()) {
        best = Math.max(best, 5);
      } else if (words(symbol).some(function (w) { return w.indexOf(word.toLowerCase()) === 0; }) && word.length > 1) {
        best = Math.max(best, 2);
      }
    });
    var lower = word.toLowerCase();
    words(entry.title).forEach(function (w) {
      if (w === lower) {
        best = Math.max(best, 5);
      } else if (lower.length > 1 && w.indexOf(lower) === 0) {
        best = Math.max(best, 4);
      } else if (lower.length > 2 && w.indexOf(lower) > 0) {
        best = Math.max(best, 2);
      }
    });
    if (lower.length > 2 && (entry.slide + ' ' + entry.page).toLowerCase().indexOf(lower) >= 0) {
      best = Math.max(best, 3);
    }
    return best;
  }

  function search(text) {
    var wanted = text.split(/[\s()"]+/).filter(Boolean);
    if (!wanted.length) {
      return [];
    }
    return plumblineIndex
      .map(function (entry, order) {
        var scores = wanted.map(function (word) { return score(entry, word); });
        var all = scores.every(Boolean);
        return { entry: entry, order: order, score: all ? scores.reduce(function (a, b) { return a + b; }) : 0 };
      })
      .filter(function (hit) { return hit.score > 0; })
      .sort(function (a, b) { return b.score - a.score || a.order - b.order; })
      .map(function (hit) { return hit.entry; });
  }

  function show() {
    var text = field.value.trim();
    var hits = search(text);
    list.replaceChildren();
    hits.slice(0, most).forEach(function (entry) {
      var link = document.createElement('a');
      link.href = root + entry.page;
      link.innerHTML = entry.html; // made and escaped with the site
      var about = document.createElement('span');
      about.append(entry.verdict + '. ' + entry.slide);
      link.append(about);
      var item = document.createElement('li');
      item.append(link);
      list.append(item);
    });
    var message = '';
    if (text) {
      message = hits.length === 0 ? 'nothing found'
        : hits.length > most ? hits.length + ' found, the first ' + most + ' are listed'
        : hits.length + ' found';
    }
    if (text && hits.length !== list.children.length || text && hits.length === 0) {
      var note = document.createElement('li');
      note.className = 'note';
      note.append(message);
      list.append(note);
    }
    count.textContent = message;
  }

  function links() {
    return Array.from(list.querySelectorAll('a'));
  }

  function move(step) {
    var all = links();
    if (!all.length) {
      return;
    }
    var next = all.indexOf(document.activeElement) + step;
    if (next < 0) {
      field.focus();
    } else {
      all[Math.min(next, all.length - 1)].focus();
    }
  }

  function close() {
    field.value = '';
    show();
    field.focus();
  }

  field.addEventListener('input', show);
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    var first = links()[0];
    if (first) {
      location.href = first.href;
    }
  });
  form.addEventListener('keydown', function (event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      move(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
    }
  });
  document.addEventListener('keydown', function (event) {
    var typing = /^(INPUT|TEXTAREA|SELECT)$/.test(document.activeElement.tagName);
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    }
  });
  document.addEventListener('click', function (event) {
    if (!form.contains(event.target)) {
      list.replaceChildren();
    }
  });
  field.addEventListener('focus', show);
})();
