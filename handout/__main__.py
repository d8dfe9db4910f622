"""`python -m handout` is the command `handout`."""

from handout.cli import main

if __name__ == "__main__":
    main()
