"""What must hold for any text; `make harden` looks at 2,000 of each kind, `make test` at a few."""
