// The engine of the notices in this browser, asked for many cases at once: what it gives for each.

async ({ folder, forms, cases, today }) => {
  const digest = async (text) => {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const [{ prepared }, { isWhole, judge }, { compose, draft }] = await Promise.all(
    ["answers", "judge", "compose"].map((name) => import(`${folder}${name}.js`)),
  );
  return Promise.all(cases.map(async ({ kind, given }) => {
    const form = forms[kind];
    const answers = prepared(form, given);
    const { stop, missing, faults, homes } = judge(form, answers);
    const verdict = {
      stop,
      missing: missing.map(({ element, field }) => [element, field]),
      faults: faults.map(({ field, code, line }) => [field, code, line]),
      homes,
    };
    if (!isWhole({ stop, missing, faults, homes })) return { kind, given, verdict };
    const text = compose(form, answers, today);
    return { kind, given, verdict, text, draft: await digest(draft(form.subject, text)) };
  }));
}
