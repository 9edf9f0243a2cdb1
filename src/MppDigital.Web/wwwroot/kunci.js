// A form with data-passkey="create" or "get" holds the options in data-options. Its button makes or asks for a passkey, puts the answer
// into the field "credential" and sends the form. Without this module, or in a browser without passkeys, a sentence stands there instead.
for (const form of document.querySelectorAll('form[data-passkey]')) {
  const able = window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON && navigator.credentials;
  if (!able) continue;
  document.querySelectorAll('[data-without-passkey]').forEach(note => { note.hidden = true; });
  form.hidden = false;
  form.addEventListener('submit', async event => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    const options = JSON.parse(form.dataset.options);
    try {
      const credential = form.dataset.passkey === 'create'
        ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
        : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
      form.elements.credential.value = JSON.stringify(credential.toJSON());
      form.requestSubmit();
    } catch {
      // Closed by the person, or no passkey here: the page stays as it was.
    }
  });
}
