// Makes a passkey, or shows one. Without this script the code of an authenticator does the same.
(() => {
  const box = document.querySelector(".passkey");
  const able = window.isSecureContext && window.PublicKeyCredential && PublicKeyCredential.parseCreationOptionsFromJSON;
  if (!box || !able) return;
  const making = box.dataset.act === "make";
  const problem = box.querySelector(".problem");

  const ask = async (address, body) => {
    const answer = await fetch(address, {
      method: "POST", body, redirect: "error",
      headers: { "Content-Type": "application/json", "X-CSRF-TOKEN": box.dataset.token },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const go = async () => {
    const options = await ask(box.dataset.at + "/options", "{}");
    const credential = making
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
    const label = making ? "?label=" + encodeURIComponent(box.querySelector("[name=label]").value) : "";
    location.assign((await ask(box.dataset.at + label, JSON.stringify(credential))).next);
  };

  box.hidden = false;
  box.querySelector("button").addEventListener("click", () => {
    problem.hidden = true;
    go().catch(() => {
      problem.textContent = box.dataset.failed;
      problem.hidden = false;
    });
  });
})();
