/**
 * One worker, which is asked one question at a time. It is started at the first question, and again after it
 * died: what it was asked then is lost, and nothing else. The browser has kept its file, so this works without a
 * network too.
 */

/** What a worker said instead of an answer. */
export class WorkerError extends Error {
  /** @param {string} code @param {Record<string, string>} values */
  constructor(code, values = {}) {
    super(code);
    this.code = code;
    this.values = values;
  }
}

/** @typedef {(done: number, of: number) => void} Progress */
/** @typedef {{onProgress?: Progress, maxSeconds?: number}} Waiting */
/**
 * @typedef {{id: number, done: (answer: any) => void, fail: (error: WorkerError) => void,
 *   onProgress: Progress | undefined}} Question
 */

export class Thread {
  #address;
  /** @type {Worker | null} */
  #worker = null;
  /** @type {object | null} */
  #reminder = null;
  /** @type {Question | null} */
  #question = null;
  #count = 0;
  /** @type {Promise<unknown>} */
  #last = Promise.resolve();

  /** @param {string} address of its file, trusted where the browser asks for that */
  constructor(address) {
    this.#address = address;
  }

  /**
   * The answer to a question, after those that were put before. Throws: WorkerError with the code that the worker
   * gave, or `died`, also when it took longer than `maxSeconds`.
   * @param {string} task
   * @param {object} [fields]
   * @param {Waiting} [waiting]
   * @returns {Promise<any>}
   */
  ask(task, fields = {}, waiting = {}) {
    const asked = this.#last.then(() => this.#put(task, fields, waiting));
    this.#last = asked.catch(() => {});
    return asked;
  }

  /**
   * Tells the worker what it has to know, now and whenever it is started anew. There is no answer.
   * @param {string} task
   * @param {object} fields
   */
  remind(task, fields) {
    this.#reminder = { id: 0, task, ...fields };
    this.#worker?.postMessage(this.#reminder);
  }

  /** @param {string} task @param {object} fields @param {Waiting} waiting */
  #put(task, fields, { onProgress, maxSeconds }) {
    const worker = this.#worker ?? this.#start();
    const id = ++this.#count;
    const answered = new Promise((done, fail) => {
      this.#question = { id, done, fail, onProgress };
      worker.postMessage({ id, task, ...fields });
    });
    if (!maxSeconds) return answered;
    const timer = setTimeout(() => this.#end(), maxSeconds * 1000);
    return answered.finally(() => clearTimeout(timer));
  }

  #start() {
    const worker = new Worker(this.#address);
    this.#worker = worker;
    worker.addEventListener("message", ({ data }) => this.#hear(data));
    for (const type of ["error", "messageerror"]) {
      worker.addEventListener(type, () => worker === this.#worker && this.#end());
    }
    if (this.#reminder) worker.postMessage(this.#reminder);
    return worker;
  }

  /** Ends the worker, whatever it is doing; what it was asked fails with `stopped`, and the next starts it anew. */
  stop() {
    this.#end("stopped");
  }

  /** @param {string} code */
  #end(code = "died") {
    this.#worker?.terminate();
    this.#worker = null;
    this.#question?.fail(new WorkerError(code));
  }

  /** @param {any} said */
  #hear({ id, answer, error, progress }) {
    if (id !== this.#question?.id) return;
    const { done, fail, onProgress } = /** @type {Question} */ (this.#question);
    if (progress) onProgress?.(progress[0], progress[1]);
    else if (error) fail(new WorkerError(error.code, error.values));
    else done(answer);
  }
}
