// What the page does: it opens its three pages, types, and turns its clock once a minute.
"use strict";

const at = id => document.getElementById(id);
const add = (parent, html) => parent.insertAdjacentHTML("beforeend", html);

function open_page(id) {
  document.querySelector(".page.open").classList.remove("open");
  at(id).classList.add("open");
}

let minute = 11 * 60 + 52;
function show_clock() {
  at("clock").textContent = `${Math.floor(minute / 60) % 12 || 12}:${String(minute % 60).padStart(2, "0")}${minute % 1440 < 720 ? "am" : "pm"}`;
  minute += 1;
  setTimeout(show_clock, 60000);
}

const activities = [
  ["green", "\uE56C", "Social workers without borders", "Today, 12:30pm to 1:15pm, the hub, floor 2", "8 places left"],
  ["blue", "\uE614", "A day with the Adults team", "Today, 2pm to 4:30pm, the hub, floor 2", "Shadowing day"],
  ["amber", "\uF233", "Reflective supervision", "Tomorrow, 10am to 11:30am, council…", "12 places left"],
  ["green", "\uE56C", "Caring for the carers", "Tomorrow, 12:30pm to 1:15pm, meeting…", "2 places left"],
  ["blue", "\uE80C", "The politics of risk in child protection", "Friday 27 November, 1pm to 2:30pm,…", "Moved"],
  ["green", "\uE56C", "Life stories at work", "Monday 30 November, 12:30pm to 1:15pm,…", "8 places left"],
];

function fill_list() {
  activities.forEach(([tint, icon, topic, when, left], i) => add(at("cards"),
    `<div class="card activity ${tint}" style="left:${40 + i % 2 * 612}px;top:${214 + Math.floor(i / 2) * 168}px"><div class="tile"><i>${icon}</i></div>` +
    `<h2>${topic}</h2><small>${when}</small><div class="pill">${left}</div><i class="onward">\uE5CC</i></div>`));
}

// As the kiosk's: a capital begins a name, and after it the keys show small letters.
const rows = ["qwertyuiop", "asdfghjkl'", "zxcvbnm-"];
let typed = "";

function add_key(x, y, width, words, quiet) {
  add(at("keys"), `<div class="key ${quiet ? "quiet" : ""}" style="left:${x}px;top:${y}px;width:${width}px">${words}</div>`);
  return at("keys").lastElementChild;
}

function show_typed() {
  at("field").textContent = typed;
  for (const key of document.querySelectorAll(".letter")) key.textContent = typed ? key.dataset.letter : key.dataset.letter.toUpperCase();
}

function type(letter) {
  typed += typed ? letter : letter.toUpperCase();
  show_typed();
}

function fill_keyboard() {
  rows.forEach((letters, row) => {
    const left = row === 2 ? 198 : 40, width = (1280 - 2 * left - 8 * (letters.length - 1)) / letters.length;
    [...letters].forEach((letter, i) => {
      const key = add_key(left + i * (width + 8), 498 + row * 72, width, letter);
      key.classList.add("letter");
      key.dataset.letter = letter;
      key.addEventListener("click", () => type(letter));
    });
  });
  add_key(40, 642, 150, "<i>\uE5D8</i>", true);
  add_key(1090, 642, 150, "<i>\uE14A</i>", true).addEventListener("click", () => { typed = typed.slice(0, -1); show_typed(); });
  add_key(40, 714, 174, "123", true);
  add_key(222, 714, 132, "é à ö", true);
  add_key(362, 714, 651, "space").addEventListener("click", () => type(" "));
  Object.assign(add_key(1021, 714, 219, "Continue").style, { background: "#0e5a47", color: "#fff" });
  show_typed();
}

for (let i = 0; i < 8; ++i) add(at("chairs"), `<div class="chair" style="left:${42 + i * 34}px"></div>`);
fill_list();
fill_keyboard();
show_clock();
at("lunches").addEventListener("click", () => open_page("list"));
at("sign_up").addEventListener("click", () => open_page("who"));
for (const back of document.querySelectorAll(".back")) back.addEventListener("click", () => open_page("welcome"));
