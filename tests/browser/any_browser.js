// Replays the vectors in the browser that opened this page, and tells the server what the engine answered.

const state = document.getElementById("state");
const list = document.getElementById("wrong");
const worker = new Worker("/worker.js");

/** What the engine answers. */
function ask(question) {
  return new Promise((done, fail) => {
    worker.onerror = (event) => fail(new Error(`worker: ${event.message}`));
    worker.onmessage = ({ data }) => (data.error ? fail(new Error(data.error)) : done(data.answers));
    worker.postMessage(question);
  });
}

async function post(path, content) {
  const response = await fetch(path, { method: "POST", body: JSON.stringify(content) });
  return response.json();
}

async function replay() {
  let right = 0;
  for (;;) {
    const question = await (await fetch("/question")).json();
    if (!question) break;
    const { wrong } = await post("/answers", await ask(question));
    right += question.files.length - wrong.length;
    for (const name of wrong) list.append(Object.assign(document.createElement("li"), { textContent: name }));
    state.textContent = `${right} passed, ${list.children.length} failed`;
  }
  state.textContent = `Done: ${state.textContent}`;
}

replay()
  .catch((error) => {
    state.textContent = String(error);
    return post("/broke", `${error}\n${error.stack}`);
  })
  .then(() => post("/done", navigator.userAgent));
