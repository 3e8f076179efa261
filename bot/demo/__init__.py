"""A small, honest Slack on this machine: the demo's page, and the Slack that tests talk to."""
