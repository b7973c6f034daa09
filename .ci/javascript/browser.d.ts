// What browsers have and the lists of TypeScript lack, for scripts of pages.

interface ScriptAddresses {
  createScriptURL(address: string): string;
}

// Not in Firefox and Safari of today's floor.
declare var trustedTypes: { createPolicy(name: string, rules: ScriptAddresses): ScriptAddresses } | undefined;

// The engine, of which pages use some modules, runs in workers only.
declare class FileReaderSync {
  readAsArrayBuffer(blob: Blob): ArrayBuffer;
}
