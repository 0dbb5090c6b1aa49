"""The actor's page: what it is said to do, to suffer, to hold and to supply, and by whose account."""

from sayso.desk.actor.show import router

__all__ = ["router"]
