"""The event's page: accounts side by side, voices counted, conflicts named, numbers as ranges."""

from sayso.desk.event.show import router

__all__ = ["router"]
