"""Runs the command line as `python -m concurrency_lint`."""

from concurrency_lint.cli.main import main

if __name__ == "__main__":
    main()
