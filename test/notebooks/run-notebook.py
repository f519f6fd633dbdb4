"""Runs a notebook in a kernel: run-notebook.py IN.ipynb OUT.ipynb KERNEL SECONDS

Writes the notebook with its outputs, prints what failed, a line of JSON each, and ends with 1 where anything did.
What the outputs must be is not judged here.
"""

import json
import sys
import time
from queue import Empty

import nbformat
from jupyter_client.manager import start_new_kernel
from nbformat.v4.nbbase import validate

FENCE = "application/x-fence"
OUTPUTS = ("stream", "display_data", "execute_result", "error")


class Failure(Exception):
    pass


class Runner:
    def __init__(self, kernel, seconds):
        self.kernel = kernel
        self.seconds = seconds
        self.displays = {}
        self.manager, self.client = start_new_kernel(kernel_name=kernel)
        self.deadline = time.monotonic() + seconds

    def close(self):
        self.client.stop_channels()
        self.manager.shutdown_kernel(now=True)

    def next_message(self, get):
        while True:
            if time.monotonic() > self.deadline:
                hint = "; tslab loses messages after about 500 in a row" if self.kernel == "tslab" else ""
                raise Failure(f"not done after the notebook's {self.seconds} seconds{hint}")
            try:
                return get(timeout=0.5)
            except Empty:
                if not self.manager.is_alive():
                    raise Failure("the kernel died") from None

    def reply(self, request):
        while True:
            message = self.next_message(self.client.get_shell_msg)
            if message["parent_header"].get("msg_id") == request:
                return message["content"]["status"]

    def collect(self, cell, is_last):
        while True:
            message = self.next_message(self.client.get_iopub_msg)
            if is_last(message):
                return
            content = message["content"]
            shown_as = (content.get("transient") or {}).get("display_id")
            if message["msg_type"] == "update_display_data":
                for output in self.displays.get(shown_as, []):
                    output.update(data=content["data"], metadata=content["metadata"])
                    validate(output, output.output_type)
            elif message["msg_type"] in OUTPUTS:
                output = nbformat.v4.output_from_msg(message)
                last = cell.outputs[-1] if cell.outputs else None
                if output.output_type == "stream" and last and last.get("name") == output.name:
                    last.text += output.text
                else:
                    cell.outputs.append(output)
                    if shown_as is not None:
                        self.displays.setdefault(shown_as, []).append(output)

    def run(self, cell):
        """Runs a cell and gives the status of the reply."""
        request = self.client.execute(cell.source, allow_stdin=False)
        self.collect(cell, lambda message: is_idle(message, request))
        status = self.reply(request)
        if self.kernel == "deno":
            self.fence(cell)
        return status

    def fence(self, cell):
        """Deno sends outputs through a queue that may end after the cell did: something sent through it comes last."""
        bundle = json.dumps({"data": {FENCE: ""}, "metadata": {}, "transient": {}})
        code = f"Deno.jupyter.broadcast('display_data', {bundle})"
        request = self.client.execute(code, silent=True, allow_stdin=False)
        self.collect(cell, lambda message: FENCE in message["content"].get("data", {}))
        self.reply(request)


def is_idle(message, request):
    state = message["content"].get("execution_state")
    return state == "idle" and message["parent_header"].get("msg_id") == request


def said(cell):
    """What a failed cell said: Deno in an error, tslab on stderr."""
    errors = [f"{o.ename}: {o.evalue}" for o in cell.outputs if o.output_type == "error"]
    return "\n".join(errors + [o.text for o in cell.outputs if o.get("name") == "stderr"]) or "nothing said"


def run_cell(runner, cell, count):
    """Runs a cell that must throw where its tag says so, and not elsewhere."""
    status = runner.run(cell)
    if status not in ("ok", "error"):
        raise Failure(f"not run, the kernel replied {status}")
    cell.execution_count = count
    for output in cell.outputs:
        if output.output_type == "execute_result":
            output.execution_count = count
    # Deno replies "ok" where a value cannot show itself.
    threw = status == "error" or any(output.output_type == "error" for output in cell.outputs)
    if threw != ("raises-exception" in cell.metadata.get("tags", [])):
        raise Failure(said(cell) if threw else "did not throw, as its tag says it does")
    if threw:
        time.sleep(0.5)  # tslab refuses what comes sooner.


def run_cells(runner, notebook):
    cells = [cell for cell in notebook.cells if cell.cell_type == "code"]
    for cell in cells:
        cell.outputs, cell.execution_count = [], None
    for count, cell in enumerate(cells, 1):
        try:
            run_cell(runner, cell, count)
        except (Failure, nbformat.ValidationError) as failure:
            raise Failure(f"cell {cell.id}: {failure}") from None


def main(source, target, kernel, seconds):
    notebook = nbformat.read(source, as_version=4)
    failures = []
    runner = Runner(kernel, int(seconds))
    try:
        run_cells(runner, notebook)
    except Failure as failure:
        failures.append(str(failure))
    finally:
        runner.close()
    with open(target, "w") as file:
        nbformat.write(notebook, file)
    for failure in failures:
        print(json.dumps(failure))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
