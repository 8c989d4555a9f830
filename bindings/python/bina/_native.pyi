# What SWIG makes is known by its users in this package alone.
from typing import Any

_bina: Any

def __getattr__(name: str) -> Any: ...
