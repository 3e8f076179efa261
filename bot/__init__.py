"""What runs: settings, wiring, Slack connections, scheduler, delivery, commands and the local workspace."""
