"""The desk of time, place, people and states of an interview; each module here adds one side of it."""

# times (shared) → places → moves → people

from infotui.services.scheduling.people import People


class SchedulingDesk(People):
    """When and where an interview takes place, with whom, and how far it has come."""
