// Keeps the shell on the phone. Without it, or in a browser without service workers, every page works as before, with a signal.
const worker = navigator.serviceWorker;
if (worker) {
  worker.register('/sw.js');
  addEventListener('online', () => worker.controller?.postMessage('online'));
  worker.addEventListener('message', () => { if (document.querySelector('[data-waits]')) location.replace('/permohonan'); });
}
