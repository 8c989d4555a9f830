"""Long work, step by step, so that Ctrl-C is heard and a progress bar can be drawn."""

from __future__ import annotations

from typing import Any, Callable, Union

from . import _native

Progress = Callable[[str, int, int], object]


def run_task(task: Any, progress: Union[Progress, None]) -> Any:
    """Steps to the end, and gives what came of it (a native record) or None. A task that is given
    up, by an error or by Ctrl-C, is freed here and now: it may hold a transaction open."""
    try:
        while True:
            try:
                done, total = task.step()
            except StopIteration:
                return task.result()
            if progress is not None:
                progress(task.stage(_native.ENGLISH), done, total)
    finally:
        _native.task_free(task)
